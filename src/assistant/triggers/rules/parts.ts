import { pattern } from "../pattern.ts";

/** Pieces that several patterns share. */
export const parts = {
  START: "(?<=^|STOP|SHOUT|QUESTION|COMMA)",
  SENTENCE: "(?<=^|STOP|SHOUT|QUESTION)",
  END: "(?=$|STOP|SHOUT|QUESTION|COMMA)",
  /** What may stand between a verb and the person: "to one of your damn". */
  LINK: "(?:TO|WITH|A|THE|YOUR|ME|ALONG|REAL|ADJECTIVE|POLITE|YOU(?=AGENT)|COMMA(?=POLITE|REAL|ADJECTIVE)){0,7}",
  /** Somebody who can only be one of the team. */
  CREW: "(?:HUMAN|AGENT HUMAN?|REAL (?:REAL|ADJECTIVE|HUMAN){0,2} (?:PERSON|SOMEONE|HUMAN|AGENT)|(?:PERSON|SOMEONE) (?:REAL|HUMAN)|REAL OTHER AGENT|(?:TEAM|DEPARTMENT) (?:AGENT|PERSON)|SOMEONE (?:FROM|AT|OF|WITH) (?:THE|YOUR|A|TO){0,2} (?:TEAM|DEPARTMENT))",
  /** Somebody at all. "The person" is somebody already spoken of. */
  ANYBODY: "(?:CREW|(?<!THE|MY)PERSON|SOMEONE|TEAM|DEPARTMENT)",
  /** "I don't want to": what people say before "talk to a bot". */
  MACHINELESS: "(?:NOT|NO|REFUSE|WITHOUT) (?:WISH|MUST|CAN|TO|I|YOU|POLITE|OTHER|BE|DO|TALK|WILL|NOT|ME|ALIKE|GIVE){0,5}",
  JOIN: "(?:CONNECT|PUT)",
  /** What may follow somebody who is asked for, and does not make something else of them, like "agent fee". */
  DONE: "(?=$|STOP|SHOUT|QUESTION|COMMA|POLITE|THERE|AVAILABLE|WHO|NOT|NO|WITHOUT|I|CAN|HELP|AT|ALONG|TALK|CONTACT|YOU|IF|WILL|FROM|ME|TO (?:HELP|TALK|CONTACT|CALL|TELL|CONNECT|ME|ALONG))",
} as const;

export function shape(source: string): RegExp {
  return pattern(source, parts);
}
