import { shape } from "./parts.ts";
import type { Rule } from "./rule.ts";

/** Clear requests for a person: handed off at once. */
export const connectRules: readonly Rule[] = [
  // "speak to someone", "chat with a human agent", "talk to your manager"
  rule("asks-for-a-person", 0.98, "TALK (?:ME|ALONG|POLITE|ADJECTIVE){0,2} (?:TO|WITH|A|YOUR|THE) LINK CREW"),
  rule("asks-for-a-person", 0.9, "TALK REAL{0,2} HUMAN"),
  rule("asks-for-a-person", 0.9, "(?:WISH TO|CAN I|LET ME|^|STOP) TALK AGENT DONE"),
  rule("asks-for-a-person", 0.95, "TALK (?:ME|ALONG|POLITE|ADJECTIVE){0,2} (?:TO|WITH|A) LINK ANYBODY"),
  // "talk to a mortgage advisor", "discuss my loan with an agent"
  rule("asks-for-a-person", 0.9, "TALK (?:TO|WITH) (?:A|YOUR|THE)? OTHER{1,2} AGENT"),
  rule(
    "asks-for-a-person",
    0.9,
    "(?:TALK|TELL) (?:AT|MY|THE|ALONG|OTHER|HEAD|A|DEPARTMENT|OF|HELP){0,6} WITH LINK CREW",
  ),
  // "help talking to an agent", "contacting agent"
  rule("asks-for-a-person", 0.9, "TALKING (?:ME|ALONG|POLITE){0,2} (?:TO|WITH|A)? LINK (?:CREW|TEAM)"),
  rule(
    "asks-for-a-person",
    0.9,
    "TALKING (?:ME|ALONG|POLITE){0,2} (?:TO|WITH)? LINK (?:(?<!THE|MY)PERSON|SOMEONE)",
  ),
  // "contact an agent", "reach somebody", "see the manager"
  rule("asks-for-a-person", 0.95, "CONTACT LINK CREW"),
  rule("asks-for-a-person", 0.9, "CONTACT LINK (?:SOMEONE|(?<!THE|MY)PERSON)(?!I|WHO)"),
  rule(
    "asks-for-a-person",
    0.85,
    "(?:WISH|CAN|LET|MUST|HELP) (?:I|TO|ME|POLITE|YOU){0,4} CONTACT LINK (?:TEAM|DEPARTMENT)",
  ),
  rule(
    "asks-for-a-person",
    0.85,
    "(?:WISH|CAN|LET|MUST) (?:I|TO|ME|POLITE){0,3} (?:SEE|CALL) LINK CREW DONE",
  ),
  // "mit einem Menschen sprechen", "met iemand praten", "einen Mitarbeiter sprechen"
  rule(
    "asks-for-a-person",
    0.95,
    "(?:TO|WITH) LINK ANYBODY (?:POLITE|AT|MY|YOUR|THE|A|OTHER|ADJECTIVE|ME|ALONG|CAN|THERE|OF){0,6} (?:TALK|CONNECT|CONTACT|PUT)",
  ),
  rule(
    "asks-for-a-person",
    0.9,
    "(?:A|YOUR|REAL|WISH|I|CAN|THE|OF) (?:CREW|SOMEONE|TEAM) POLITE{0,2} (?:TO)? (?:TALK|CONTACT|SEE)",
  ),
  // "someone I can talk to", "a person to speak with", "alguien con quien hablar"
  rule(
    "asks-for-a-person",
    0.9,
    "ANYBODY (?:THERE|AVAILABLE|ADJECTIVE){0,2} COMMA? (?:TO|WHO|WITH|I|CAN|THE|A(?=WHO)) (?:TO|WHO|HOW|WITH|I|CAN|WILL|MUST|THE|YOU|WISH){0,4} (?:TALK|CONTACT)",
  ),
  // "can a human help me", "can someone call me"
  rule(
    "asks-for-a-person",
    0.9,
    "(?:CAN|WILL|LET|WISH|GIVE|MUST|SEE) WHO? LINK CREW (?:POLITE|WHO|CAN|TO|ME|YOU){0,3} (?:HELP|TALK|CONTACT|CALL|JOIN)",
  ),
  rule(
    "asks-for-a-call",
    0.85,
    "(?:CAN|WILL|LET|WISH|GIVE|MUST|EXISTS|SEE) LINK (?:SOMEONE|TEAM) (?:POLITE|TO|CAN|WHO){0,3} (?:CALL|CONTACT|TALK) (?:TO|WITH)? ME",
  ),
  // "transfer me to an agent", "put me through to somebody", "pásame con un agente"
  rule("asks-to-be-connected", 0.98, "JOIN (?:YOU|LINK) (?:TO|WITH|ME|ALONG) LINK CREW"),
  rule("asks-to-be-connected", 0.9, "CONNECT LINK CREW"),
  rule("asks-to-be-connected", 0.95, "JOIN (?:YOU|POLITE|TO|WITH|ALONG){0,3} ME LINK ANYBODY"),
  rule("asks-to-be-connected", 0.9, "JOIN POLITE{0,2} WITH LINK ANYBODY"),
  rule("asks-to-be-connected", 0.9, "(?:BE|GIVE) JOIN LINK ANYBODY"),
  rule("asks-to-be-connected", 0.85, "CONNECT TO (?:A|THE|YOUR|POLITE){0,2} TEAM"),
  rule("asks-to-be-connected", 0.9, "(?:JOIN|GIVE) LINK (?:SOMEONE|PERSON|TEAM) (?:ALONG|ADJECTIVE)? THERE"),
  rule("asks-to-be-connected", 0.9, "(?:CONNECT ALONG? ME|PUT ME ALONG) (?:ALONG|POLITE|TO){0,3} END"),
  // "I need an agent", "get me a person", "give me a real person"
  rule("asks-for-a-person", 0.95, "(?:WISH|GIVE) LINK CREW DONE"),
  rule("asks-for-a-person", 0.9, "WISH LINK HUMAN TO"),
  rule(
    "asks-for-a-person",
    0.9,
    "(?:WISH|GIVE) LINK (?:SOMEONE|(?<!THE|MY)PERSON) (?:ADJECTIVE|REAL|POLITE|THERE|AVAILABLE){0,3} END",
  ),
  rule(
    "asks-for-a-person",
    0.9,
    "GIVE LINK (?:SOMEONE|(?<!THE|MY)PERSON) (?:ADJECTIVE|TO|WHO|CAN){1,3} (?:HELP|TALK|CONTACT|CALL)",
  ),
  rule("asks-for-a-person", 0.85, "EXISTS LINK CREW (?:THERE|POLITE)? AVAILABLE"),
  // "help from a real person", "I want that refund from an agent"
  rule("asks-for-a-person", 0.95, "(?:HELP|TEAM) (?:FROM|OF) LINK CREW"),
  rule(
    "asks-for-a-person",
    0.85,
    "WISH (?:TO|POLITE|TELL|ALONG|THE|A|MY|OTHER|CALL|PUT|GIVE){0,6} FROM LINK CREW",
  ),
  // "human please", "agent!!", "real person"
  rule(
    "says-who-they-want",
    0.9,
    "SENTENCE (?:A|THE|YOUR|POLITE|TO|WITH|COMMA|ADJECTIVE){0,4} REAL (?:REAL|ADJECTIVE|HUMAN){0,2} (?:PERSON|HUMAN|AGENT|SOMEONE) (?:POLITE|COMMA|ADJECTIVE|HELP|THERE|WISH){0,5} (?=$|STOP|SHOUT)",
  ),
  rule(
    "says-who-they-want",
    0.85,
    "SENTENCE (?:A|THE|YOUR|POLITE|TO|WITH|COMMA|ADJECTIVE){0,4} (?:HUMAN|(?:PERSON|SOMEONE) (?:REAL|HUMAN)|TEAM AGENT) (?:POLITE|COMMA|ADJECTIVE|HELP|THERE|WISH){0,5} (?=$|STOP|SHOUT)",
  ),
  rule(
    "says-who-they-want",
    0.9,
    "START (?:A|THE|YOUR|POLITE|TO|WITH|COMMA|ADJECTIVE|HUMAN){0,5} (?:HUMAN AGENT|AGENT AGENT|HUMAN HUMAN|AGENT HUMAN) (?:POLITE|COMMA|AGENT|HUMAN){0,5} (?=$|STOP|SHOUT)",
  ),
  rule(
    "says-who-they-want",
    0.9,
    "START (?:A|THE|YOUR|COMMA|ADJECTIVE|REAL|POLITE){0,4} CREW (?:COMMA|ADJECTIVE){0,2} POLITE (?:POLITE|COMMA|ME){0,4} END",
  ),
  rule(
    "says-who-they-want",
    0.85,
    "START (?:COMMA|POLITE){0,3} POLITE (?:A|THE|YOUR|ADJECTIVE|REAL|COMMA){0,3} (?:HUMAN|AGENT) (?=SHOUT|$|STOP)",
  ),
  rule("says-who-they-want", 0.85, "START (?:A|THE|YOUR|ADJECTIVE|REAL){0,3} (?:HUMAN|AGENT) (?=SHOUT)"),
  // "I don't want to talk to a bot", "not comfortable sharing this with a machine"
  rule(
    "refuses-a-machine",
    0.9,
    "MACHINELESS (?:TALK|TALKING|TELL) (?:TELL|MY|YOUR|THE|A|OTHER|REAL|HEAD|ALONG|ADJECTIVE|AT|TO){0,6} (?:TO|WITH|A) (?:A|THE|ALONG|ADJECTIVE|YOUR){0,3} MACHINE",
  ),
  rule(
    "refuses-a-machine",
    0.9,
    "MACHINELESS (?:TO|WITH) (?:A|THE|ALONG|ADJECTIVE|YOUR){0,3} MACHINE (?:TALK|CONNECT)",
  ),
  // "escalate this"
  rule("asks-to-escalate", 0.9, "ESCALATE (?:END|POLITE|ALONG|ME|MY|THE|TO)"),
];

function rule(name: string, confidence: number, source: string): Rule {
  return { name, level: "connect", confidence, pattern: shape(source) };
}
