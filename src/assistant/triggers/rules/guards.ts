import { shape } from "./parts.ts";

/** How many words before a request can turn it round. */
const reach = 14;

/** Words a negation passes through on its way to the request: "I do NOT want you to please | connect me". */
const through =
  "(?:WANT|MUST|YOU|ME|TO|POLITE|WILL|A|THE|YOUR|REAL|ADJECTIVE|BE|DO|GIVE|JOIN|WITH|ALONG|AT){0,6}";

const negation = shape(
  `(?:NOT|WITHOUT|NO(?!I|IWANT|YOU|CAN|POLITE)) ${through}$|REFUSE (?:TO|BE|ALONG){0,3}$`,
);
/** "I can not talk to an agent", "why don't you connect me", "if you don't connect me": requests after all. */
const notReally = shape(
  `(?:CAN (?:I|YOU|ME|POLITE){0,2}|KNOW|WHY (?:DO|WILL|YOU|I){0,2}|IF (?:YOU|I|DO){0,2}) (?:NOT|NO) ${through}$`,
);
const refusalAfter = shape("^(?:QUESTION|COMMA) (?:NO|NOT) POLITE{0,2} (?:$|STOP|SHOUT|QUESTION)");
/** "No I want a human": what comes before is a sentence of its own. */
const ownSentence = shape("^(?:IWANT|I)");
const talking = shape("^(?:SPEAK|ALMOSTTALK|TALKING|RESOLVE|WITH|TO)");
const thisConversation = shape(
  "(?:(?<!MUST|TO|WILL|CAN|WANT|IWANT)BE|ALIKE) (?:I|YOU|BE|NOT|POLITE|THERE|ADJECTIVE|REAL|A){0,3}$",
);
const thanks = shape("(?:GLAD|ALIKE) (?:I|TO|YOU|ME|CAN|LET|WISH|GIVE|THE|AT|POLITE|WITH|A|JOIN|SEE){0,5}$");
/** "After talking to", "does it cost money to talk to", "why did you transfer me", "did I talk to". */
const aside = shape(
  "(?:AFTER I?|HEAD OTHER? (?:TO|AT)|WHY (?:DO|BE) (?:I|YOU)|(?:^|STOP|SHOUT|COMMA|FILLER) DO I)$",
);
const whether = shape(
  "(?<!HOW|HOW DO)(?:DO (?:I|YOU)? (?:WISH|MUST)|MUST (?:I|YOU)|BE ALONG OTHER (?:THE I? (?:WISH|MUST))?) (?:TO|WITH|A|THE|YOUR|REAL|ADJECTIVE){0,4}$",
);
const asked = shape("HOW (?:OTHER|ADJECTIVE){0,2} (?:DO|I|YOU|WISH|MUST|TO){0,6}$");

/** What stands around a match and changes what it means. */
export interface Surroundings {
  negated: boolean;
  /** "am I talking to a human", "nice to talk to a person": about this conversation or an earlier one. */
  notARequest: boolean;
  /** "do I need to speak to an agent?" */
  asksWhether: boolean;
}

export function surroundings(row: string, start: number, end: number): Surroundings {
  const before = row.slice(Math.max(0, start - reach), start);
  const match = row.slice(start, end);
  return {
    negated:
      (!has(match, ownSentence) && has(before, negation) && !has(before, notReally)) ||
      has(row.slice(end), refusalAfter),
    notARequest:
      has(before, thanks) || has(before, aside) || (has(match, talking) && has(before, thisConversation)),
    asksWhether: has(before, whether) && !has(before, asked),
  };
}

function has(row: string, sought: RegExp): boolean {
  return row.search(sought) >= 0;
}
