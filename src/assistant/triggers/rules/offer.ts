import { shape } from "./parts.ts";
import type { Rule } from "./rule.ts";

/** Signs that a person may be wanted: the visitor is offered the choice. */
export const offerRules: readonly Rule[] = [
  // "agent", "a human?", "support?", "anyone there?"
  rule(
    "mentions-a-person",
    0.6,
    "START (?:A|THE|YOUR|POLITE|TO|WITH|ADJECTIVE|REAL|EXISTS|COMMA|BE){0,4} (?:CREW|SOMEONE|TEAM) (?:POLITE|THERE|AVAILABLE|ADJECTIVE|COMMA){0,4} END",
  ),
  rule("mentions-a-person", 0.6, "EXISTS LINK CREW (?:THERE|AVAILABLE|WHO|END)"),
  rule("mentions-a-person", 0.5, "(?:WISH|GIVE) (?:A|THE|YOUR|ME|ADJECTIVE|POLITE){0,3} TEAM END"),
  rule("mentions-a-person", 0.5, "(?:CONTACT|CALL) LINK (?:TEAM|CREW|SOMEONE)"),
  rule("mentions-a-person", 0.5, "TALK (?:TO|WITH) MY (?:ADJECTIVE|OTHER)? AGENT"),
  rule("mentions-a-person", 0.5, "WISH LINK AGENT (?:TO|AT)"),
  // "who can I talk to"
  rule("asks-whom-to-contact", 0.6, "WHO (?:CAN|DO|MUST|WILL|I|BE|WISH|TO|SEE){1,5} (?:TALK|CONTACT|CALL)"),
  // "can someone help me", "I need someone to look at this"
  rule(
    "asks-for-someone",
    0.5,
    "(?:CAN|WILL|WISH|GIVE|EXISTS|LET) LINK (?:SOMEONE|TEAM) (?:ADJECTIVE|WHO|CAN|TO|THERE|AVAILABLE|POLITE){0,4} (?:HELP|CALL|CONTACT|TALK|TELL)",
  ),
  rule(
    "asks-for-a-call",
    0.5,
    "(?:START|CAN YOU|POLITE|WISH YOU TO) POLITE{0,2} CALL ME (?:ALONG|POLITE|THERE){0,4} END",
  ),
  rule("asks-to-be-connected", 0.5, "JOIN ME (?:TO|WITH) (?:A|THE|YOUR|OTHER){0,3} (?:DEPARTMENT|TEAM)"),
  // "this is useless", "you are not helping"
  rule("frustration", 0.5, "USELESS"),
  rule(
    "frustration",
    0.5,
    "(?:REFUSE|TALKING) (?:TO|WITH|TALKING|A|THE|ALONG|ADJECTIVE){0,4} MACHINE",
  ),
];

function rule(name: string, confidence: number, source: string): Rule {
  return { name, level: "offer", confidence, pattern: shape(source) };
}
