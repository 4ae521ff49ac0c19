import { connect, type Rule } from "./rule.ts";

const asks = "asks-to-be-connected";
const helpers = "(?:CAN|WILL|LET|WISH|GIVE|FIND|MUST|SEE)";

/** Being passed on to somebody, or somebody being sent for. */
export const connecting: readonly Rule[] = [
  // "transfer me to an agent", "put me through to somebody", "pásame con un agente"
  connect(asks, 0.98, "JOIN (?:YOU|LINK) (?:TO|WITH|ME|ALONG) TOWARD CREW"),
  connect(asks, 0.9, "(?<!THE|A|MY)CONNECT LINK CREW"),
  connect(
    asks,
    0.95,
    "JOIN (?:YOU|POLITE|TO|WITH|ALONG){0,3} (?:ME|SCRAP|I) (?:ALONG|POLITE|ADJECTIVE){0,3} (?:TO|WITH|A) LINK ANYBODY",
  ),
  connect(asks, 0.9, "JOIN (?:YOU|POLITE|TO){0,2} ME LINK (?:SOMEONE|APERSON)"),
  connect(
    asks,
    0.9,
    "JOIN POLITE{0,2} WITH LINK (?:CREW|SOMEONE|TEAM|DEPARTMENT|(?<=A|REAL|ADJECTIVE)PERSON)",
  ),
  connect(
    asks,
    0.9,
    "(?:CAN I|(?:WISH|LET) TO|LET ME|I (?:CAN|WILL|MUST)) POLITE{0,2} BE JOIN LINK (?:ANYBODY|PEOPLE)",
  ),
  connect(asks, 0.9, "GIVE JOIN LINK ANYBODY"),
  connect(asks, 0.85, "CONNECT TO (?:A|THE|YOUR|POLITE){0,2} TEAM"),
  connect(asks, 0.9, "(?:JOIN|GIVE) LINK (?:SOMEONE|PERSON|TEAM) (?:ALONG|ADJECTIVE)? AVAILABLE"),
  connect(asks, 0.9, "(?:CONNECT ALONG? ME|PUT ME ALONG) (?:ALONG|POLITE|TO){0,3} END"),
  connect(asks, 0.9, "HANDOVER (?:TO|WITH)? LINK (?:CREW|SOMEONE|APERSON)"),
  // "can a human help me", "can someone call me"
  connect(
    "asks-for-a-person",
    0.9,
    `${helpers} WHO? LINK CREW (?:POLITE|WHO|CAN|TO|ME|YOU){0,3} (?:HELP|SPEAK|CONTACT|CALL|JOIN)`,
  ),
  connect(
    "asks-for-a-call",
    0.85,
    `(?:${helpers}|EXISTS) LINK (?:SOMEONE|TEAM) (?:POLITE|TO|CAN|WHO){0,3} (?:CALL|CONTACT|SPEAK) (?:TO|WITH)? ME`,
  ),
  connect("asks-for-a-call", 0.9, "CREW TO (?:CALL|CONTACT) ME"),
  connect(
    "asks-for-a-call",
    0.85,
    `${helpers} LINK (?:CREW|SOMEONE|TEAM) (?:(?:FROM|AT|OF) (?:THE|YOUR|A)? (?:ADJECTIVE|OTHER|TEAM|DEPARTMENT){1,2})? (?:POLITE|TO|CAN|WHO){0,3} (?:GIVE ME A? CALL|(?:CALL|CONTACT) ME)`,
  ),
  // "can someone take over this chat"
  connect(
    asks,
    0.9,
    "(?:CAN|WILL|LET|GIVE) LINK (?:SOMEONE|APERSON|CREW) (?:POLITE|TO){0,2} PUT (?:ALONG{1,2} END|ALONG{0,2} ME)",
  ),
  // "escalate this"
  connect("asks-to-escalate", 0.9, "ESCALATE (?:END|POLITE|ALONG|ME|MY|THE|TO)"),
];
