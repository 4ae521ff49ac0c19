import { connect, type Rule } from "./rule.ts";

const asks = "asks-for-a-person";
const names = "says-who-they-want";
/** What may follow somebody who is named and nothing more. */
const after = "(?:POLITE|COMMA|ADJECTIVE|HELP|THERE|WISH){0,5} (?=$|STOP|SHOUT)";

/** Wanting somebody, or simply naming them. */
export const wanting: readonly Rule[] = [
  // "I need an agent", "get me a person", "give me a real person"
  connect(asks, 0.95, "(?:WISH|GIVE|FIND) (?:YOU|I)? LINK CREW DONE"),
  connect(asks, 0.85, "(?:START|CAN YOU|POLITE) SCRAP ME LINK CREW DONE"),
  connect(asks, 0.9, "WISH LINK HUMAN TO"),
  connect(asks, 0.9, "GIVE (?:ME|A|REAL|ADJECTIVE|POLITE){1,4} HUMAN"),
  connect(asks, 0.9, "(?:WISH|GIVE) LINK (?:HUMAN|REAL PERSON) OTHER END"),
  // "all I want is a person"
  connect(asks, 0.9, "WISH BE LINK (?:CREW|APERSON) DONE"),
  // "an agent would be great"
  connect(asks, 0.85, "START BEFORE (?:CREW|A PERSON) WILL BE (?:ADJECTIVE|OTHER|HELP){1,2} END"),
  connect(
    asks,
    0.9,
    "(?:WISH|GIVE|CAN I POLITE{0,2} SEE) PICK (?:SOMEONE|(?<=A|A ADJECTIVE)PERSON) (?:ADJECTIVE|POLITE|AVAILABLE){0,3} END",
  ),
  connect(asks, 0.85, "WISH A PERSON TO (?:HELP|SPEAK|CONTACT|CALL|RESOLVE)"),
  connect(
    asks,
    0.9,
    "GIVE PICK (?:SOMEONE|APERSON) (?:ADJECTIVE|TO|WHO|CAN){1,3} (?:HELP|SPEAK|CONTACT|CALL)",
  ),
  connect(asks, 0.85, "GIVE PICK SOMEONE (?:FROM|OF)"),
  // "get me someone who can", "give me someone who speaks English"
  connect(asks, 0.85, "GIVE PICK (?:SOMEONE|APERSON) WHO"),
  connect(asks, 0.85, "(?:WISH|GIVE) PICK (?:SOMEONE|APERSON) WHO (?:POLITE|CAN|ADJECTIVE){0,2} KNOW"),
  connect(asks, 0.85, "EXISTS LINK CREW (?:THERE|POLITE)? AVAILABLE"),
  connect(
    asks,
    0.85,
    "START (?:BE LINK)? REAL? (?:CREW|PERSON) (?:POLITE)? AVAILABLE (?:POLITE|TO SPEAK){0,2} END",
  ),
  // "help from a real person", "I want that refund from an agent"
  connect(asks, 0.95, "(?:HELP|TEAM) (?:FROM|OF) LINK CREW"),
  connect(asks, 0.85, "WISH A? CALL{1,2} WITH LINK (?:CREW|APERSON)"),
  // "a real person's help", "two minutes with a real person"
  connect(asks, 0.85, "(?:WISH|GIVE) LINK (?:CREW|APERSON) OTHER HELP"),
  connect(asks, 0.85, "WISH (?:A|BE|OTHER){1,4} WITH LINK (?:HUMAN|REAL (?:PERSON|AGENT|HUMAN))"),
  connect(asks, 0.9, "HELP WITH LINK (?:HUMAN|REAL (?:AGENT|PERSON|HUMAN))"),
  connect(asks, 0.85, "WISH TO? BE (?:OTHER|CALL|CONTACT|HELP|CALLME) (?:OF|AT|FROM) LINK CREW"),
  connect(asks, 0.85, "WISH TO? BE (?:CALL|HELP) (?:OF|AT|FROM) LINK APERSON"),
  // "ik heb een medewerker nodig"
  connect(asks, 0.9, "(?:I|POLITE) SEE LINK (?:CREW|APERSON) POLITE{0,2} WISH END"),
  connect(asks, 0.9, "PUT A REAL? HUMAN (?:ALONG|END|POLITE)"),
  connect(asks, 0.85, "(?:HELP FROM|WISH LINK (?:HELP|TEAM) (?:FROM|OF)) LINK (?:SOMEONE|APERSON)"),
  connect(asks, 0.85, "WISH (?:TO|POLITE|TELL|ALONG|THE|A|MY|OTHER|CALL|PUT|GIVE){0,6} FROM LINK CREW"),
  // "real person", "human"
  connect(
    names,
    0.9,
    `SENTENCE BEFORE REAL (?:REAL|ADJECTIVE|HUMAN){0,2} (?:PERSON|HUMAN|AGENT|SOMEONE) ${after}`,
  ),
  connect(names, 0.85, `SENTENCE BEFORE (?:HUMAN|(?:PERSON|SOMEONE) (?:REAL|HUMAN)|TEAM AGENT) ${after}`),
  connect(names, 0.85, "TEAM WITH LINK (?:CREW|SOMEONE|PERSON)"),
  connect(
    names,
    0.8,
    "(?<!REAL|ADJECTIVE)COMMA BEFORE REAL (?:REAL|ADJECTIVE|HUMAN){0,2} (?:PERSON|HUMAN) POLITE{0,2} (?=$|STOP|SHOUT)",
  ),
  connect(names, 0.8, "SENTENCE POLITE{0,2} (?:TO|WITH)? A PERSON PLEASE END"),
  connect(names, 0.9, `START BEFORE HUMAN? (?:HUMAN|AGENT) (?:HUMAN|AGENT){1,5} ${after}`),
  connect(names, 0.85, "START POLITE? SOMEONE (?:FROM|AT|OF) LINK (?:TEAM|DEPARTMENT) POLITE? END"),
  // "a person, not a bot", "no bot, a person"
  connect(names, 0.9, "START BEFORE REAL? (?:CREW|PERSON) COMMA? (?:NOT|NO) A? MACHINE"),
  connect(
    names,
    0.9,
    "START (?:NOT|NO) (?:A|OF)? MACHINE POLITE? COMMA? BEFORE REAL? (?:CREW|PERSON) (?:WISH|POLITE){0,2} END",
  ),
  // "agent please", "now get me: a representative", "agent!!"
  connect(
    names,
    0.9,
    "START BEFORE REAL? CREW (?:COMMA|ADJECTIVE){0,2} (?:PLEASE|WISH) (?:POLITE|COMMA|ME){0,4} END",
  ),
  connect(names, 0.85, "START (?:COMMA|POLITE){0,3} PLEASE BEFORE CREW (?=SHOUT|$|STOP)"),
  connect(names, 0.85, "SENTENCE (?:A|THE|YOUR|ADJECTIVE|REAL){0,3} (?:HUMAN|AGENT) (?=SHOUT)"),
];
