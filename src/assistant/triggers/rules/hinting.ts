import { offer, type Rule } from "./rule.ts";

const mentions = "mentions-a-person";

/** Signs that a person may be wanted: the visitor is offered the choice. */
export const hinting: readonly Rule[] = [
  // "agent", "a human?", "support?", "anyone there?"
  offer(
    mentions,
    0.6,
    "START (?:A|THE|YOUR|POLITE|TO|WITH|ADJECTIVE|REAL|EXISTS|COMMA|BE){0,4} (?:CREW|SOMEONE|TEAM) (?:POLITE|THERE|AVAILABLE|ADJECTIVE|COMMA){0,4} END",
  ),
  offer(mentions, 0.6, "SENTENCE A PERSON POLITE{1,3} END"),
  offer(mentions, 0.6, "EXISTS LINK CREW (?:THERE|AVAILABLE|WHO|END)"),
  offer(mentions, 0.5, "(?:WISH|GIVE) (?:A|THE|YOUR|ME|ADJECTIVE|POLITE){0,3} TEAM END"),
  offer(mentions, 0.5, "(?:CONTACT|CALL) LINK (?:TEAM|CREW)"),
  offer(mentions, 0.5, "CAN I CALL LINK SOMEONE"),
  offer(mentions, 0.5, "(?:CAN I|WISH TO?|DO I) OTHER A TEAM POLITE? END"),
  offer(mentions, 0.5, "(?:SPEAK (?:TO|WITH)|CONTACT) MY (?:ADJECTIVE|OTHER)? AGENT"),
  offer(mentions, 0.5, "WISH LINK AGENT (?:TO|AT)"),
  // "not a bot", "no more bots"
  offer(
    "refuses-a-machine",
    0.5,
    "START (?:NO|NOT) (?:WISH|A|THE|YOU|ADJECTIVE){0,4} MACHINE POLITE{0,2} END",
  ),
  offer("refuses-a-machine", 0.5, "NOT (?:WISH|TO|BE){1,2} A? MACHINE POLITE{0,2} END"),
  offer("frustration", 0.5, "NOT A? MACHINE (?:CAN|WILL)? HELP"),
  // "who can I talk to"
  offer("asks-whom-to-contact", 0.6, "WHO (?:CAN|DO|MUST|WILL|I|BE|WISH|TO|SEE){1,5} (?:SPEAK|CONTACT|CALL)"),
  // "can someone help me", "I need someone to look at this"
  offer(
    "asks-for-someone",
    0.5,
    "(?:CAN|WILL|WISH|GIVE|FIND|EXISTS|LET) LINK (?:SOMEONE|TEAM|APERSON) (?:ADJECTIVE|WHO|CAN|TO|ME|THERE|AVAILABLE|POLITE){0,4} (?:HELP|CALL|CONTACT|SPEAK|TELL)",
  ),
  offer(
    "asks-for-a-call",
    0.5,
    "(?:START|CAN YOU|POLITE|WISH YOU TO) POLITE{0,2} CALL ME (?:ALONG|POLITE|THERE){0,4} END",
  ),
  offer(
    "asks-for-a-call",
    0.5,
    "(?:WISH|START|PLEASE|CAN) (?:I|YOU|A|POLITE|FROM|WHO){0,3} (?:CALLME BE?|ME CALL) POLITE{0,2} END",
  ),
  offer("asks-to-be-connected", 0.5, "JOIN ME (?:TO|WITH) (?:A|THE|YOUR|OTHER){0,3} (?:DEPARTMENT|TEAM)"),
  // "this is useless", "you are not helping"
  offer("frustration", 0.5, "USELESS"),
  offer("frustration", 0.5, "(?:REFUSE|TALKING) (?:TO|WITH|TALKING|A|THE|ALONG|ADJECTIVE){0,4} MACHINE"),
];
