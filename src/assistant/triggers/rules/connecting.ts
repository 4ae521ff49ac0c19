import { connect, type Rule } from "./rule.ts";

const asks = "asks-to-be-connected";

/** Being passed on to somebody. */
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
  // "me pasas con alguien"
  connect(asks, 0.9, "ME JOIN (?:TO|WITH) LINK ANYBODY"),
  connect(asks, 0.9, "ME PUT LINK (?:CREW|SOMEONE)"),
  // "kun je me doorverbinden", "ich möchte weitergeleitet werden", "me pode transferir"
  connect(
    asks,
    0.9,
    "(?:CAN|WILL|PLEASE|WISH|LET|MUST) (?:YOU|POLITE|I){0,2} ME (?:ALONG|POLITE|ADJECTIVE){0,3} (?:PASSLAST|CONNECT) END",
  ),
  connect(
    asks,
    0.9,
    "(?:WISH PASSLAST BE|START POLITE{1,2} PASSLAST END|(?:PUT|PASSLAST) YOU ME POLITE? ALONG POLITE? END)",
  ),
  // "connect me with my advisor", "transfer me back to the last agent", "connect me to Maria from the front desk"
  connect(asks, 0.85, "JOIN ME (?:ALONG|POLITE|TALK){0,2} (?:TO|WITH) MY (?:ADJECTIVE|OTHER){0,2} AGENT"),
  connect(asks, 0.85, "CONNECT ME ALONG? TO THE (?:OTHER|ADJECTIVE){0,2} (?:PERSON|AGENT)"),
  connect(asks, 0.85, "JOIN ME (?:TO|WITH) OTHER{1,2} (?:FROM|AT|OF) (?:THE|YOUR)? (?:TEAM|DEPARTMENT)"),
  // "put me through to room service": only people are put through to
  connect(asks, 0.9, "PUTTHROUGH"),
  connect(
    asks,
    0.9,
    "JOIN ME (?:ALONG|POLITE){0,2} (?:TO|WITH) (?:A|THE|YOUR|MY)? (?:ADJECTIVE|OTHER){0,2} DEPARTMENT",
  ),
  // "I wish to be transferred", "I want a transfer to an agent"
  connect(asks, 0.9, "(?:WISH|CAN I|LET ME) TO? BE CONNECT (?:POLITE|ALONG){0,2} END"),
  connect(asks, 0.9, "WISH A CONNECT TO LINK CREW"),
  // "can someone take over this chat"
  connect(
    asks,
    0.9,
    "(?:CAN|WILL|LET|GIVE) LINK (?:SOMEONE|APERSON|CREW) (?:POLITE|TO){0,2} PUT (?:ALONG{1,2} END|ALONG{0,2} ME)",
  ),
  // "escalate this"
  connect("asks-to-escalate", 0.9, "ESCALATE (?:END|POLITE|ALONG|ME|MY|THE|TO)"),
];
