import { pattern } from "../pattern.ts";

/** Pieces that several patterns share. */
export const parts = {
  START: "(?<=^|STOP|SHOUT|QUESTION|COMMA)",
  SENTENCE: "(?<=^|STOP|SHOUT|QUESTION)",
  END: "(?=$|STOP|SHOUT|QUESTION|COMMA)",
  WISH: "(?:WANT|IWANT)",
  POLITE: "(?:PLEASE|FILLER)",
  /** What may stand between a verb and the person: "to one of your damn". */
  LINK: "(?:TO|WITH|OF|A|THE|YOUR|ME|ALONG|REAL|ADJECTIVE|POLITE|YOU(?=AGENT)|SCRAP|COMMA(?=POLITE|REAL|ADJECTIVE)){0,7}",
  /** The same, with room for one word nobody could foresee: "to a mortgage advisor", "to a fukcing person". */
  TOWARD: "LINK SCRAP? (?:LINK (?:OTHER|BE|HEAD) SCRAP? (?=REAL{0,2}(?:HUMAN|AGENT|PERSON)))? REAL{0,2}",
  /** Somebody who can only be one of the team. */
  CREW: "(?:HUMAN (?:AGENT|PERSON)?|AGENT HUMAN?|REAL (?:REAL|ADJECTIVE|HUMAN){0,2} (?:PERSON|PEOPLE|SOMEONE|HUMAN|AGENT)|(?:PERSON|SOMEONE) (?:REAL|HUMAN)|REAL OTHER AGENT|(?:TEAM|DEPARTMENT) (?:AGENT|PERSON)|SOMEONE (?:FROM|AT|OF|WITH) (?:THE|YOUR|A|TO){0,2} (?:TEAM|DEPARTMENT))",
  /** Somebody at all. */
  ANYBODY: "(?:CREW|APERSON|SOMEONE|TEAM|DEPARTMENT)",
  /** "The person" is somebody already spoken of. */
  APERSON: "(?<!THE|MY|ALONG)PERSON",
  /** Between a wish and somebody unspecified: "get me another". */
  PICK: "(?:A|YOUR|ME|REAL|ADJECTIVE|POLITE){0,5}",
  /** Before somebody who is only named: "hello, a". */
  BEFORE: "(?:A|THE|YOUR|POLITE|TO|WITH|COMMA|ADJECTIVE){0,4}",
  /** Not "the transfer to". */
  JOIN: "(?<!THE|A|MY)(?:CONNECT|PUT|LAST)",
  SPEAK: "(?:TALK|LAST)",
  /** What may stand after the person: "met iemand praten", "mit einem Menschen verbinden". */
  LAST: "(?:TALKLAST|PASSLAST)",
  /** What may follow somebody who is asked for, and does not make something else of them, like "agent fee". */
  DONE: "(?=$|STOP|SHOUT|QUESTION|COMMA|POLITE|THERE|AVAILABLE|WHO|HOW|NOT|NO|WITHOUT|I|CAN|HELP|AT|ALONG|TALK|LAST|CONTACT|YOU|IF|WILL|FROM|ME|TO (?:HELP|SPEAK|CONTACT|CALL|TELL|RESOLVE|CONNECT|ME|ALONG|DO))",
} as const;

export function shape(source: string): RegExp {
  return pattern(source, parts);
}
