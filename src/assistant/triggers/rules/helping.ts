import { connect, type Rule } from "./rule.ts";

const asks = "asks-for-a-person";
const calls = "asks-for-a-call";
const helpers = "(?:CAN|WILL|LET|WISH|GIVE|FIND|MUST|SEE)";

/** Somebody who is to help, to answer or to call. */
export const helping: readonly Rule[] = [
  // "can a human help me", "would an agent call me"
  connect(
    asks,
    0.9,
    `${helpers} WHO? LINK CREW (?:POLITE|WHO|CAN|TO|ME|YOU){0,3} (?:HELP|SPEAK|CONTACT|CALL|JOIN)`,
  ),
  connect(
    asks,
    0.85,
    "(?:CAN|LET|WISH|GIVE|SEE|CALL) (?:A|REAL|ADJECTIVE|POLITE|YOU TO){0,3} (?:HUMAN|AGENT|REAL PERSON|APERSON) (?:POLITE|TO){0,2} (?:RESOLVE|HELP)",
  ),
  // "maybe a human can help", "a human should look at this", "necesito que me atienda una persona"
  connect(asks, 0.85, "START POLITE{0,2} A? (?:HUMAN|REAL PERSON|AGENT) CAN POLITE? (?:RESOLVE|HELP)"),
  connect(asks, 0.85, "A (?:HUMAN|REAL (?:PERSON|AGENT)) MUST POLITE? (?:RESOLVE|HELP)"),
  connect(asks, 0.9, "WHO ME HELP LINK (?:SOMEONE|CREW|APERSON)"),
  // "add a human to this chat"
  connect(asks, 0.85, "(?:CAN YOU|START|PLEASE|WISH TO?) (?:OTHER|FIND) LINK (?:CREW|APERSON) TO ME END"),
  // "can someone call me", "I'd like someone from the bank to call me"
  connect(
    calls,
    0.85,
    `(?:${helpers}|EXISTS) LINK (?:SOMEONE|TEAM) (?:POLITE|TO|CAN|WHO){0,3} (?:CALL|CONTACT|SPEAK) (?:TO|WITH)? ME`,
  ),
  connect(
    calls,
    0.85,
    `${helpers} LINK (?:CREW|SOMEONE|TEAM) (?:(?:FROM|AT|OF) (?:THE|YOUR|A)? (?:ADJECTIVE|OTHER|TEAM|DEPARTMENT){1,2})? (?:POLITE|TO|CAN|WHO){0,3} (?:GIVE ME A? (?:CALL|CALLME)|(?:CALL|CONTACT) ME)`,
  ),
  connect(calls, 0.9, "CREW TO (?:CALL|CONTACT) ME"),
  connect(calls, 0.85, "(?:SOMEONE|CREW) (?:MUST|WISH) (?:TO? (?:CALL|CONTACT) ME|ME (?:CALL|CALLME))"),
  connect(calls, 0.85, "(?:SOMEONE|CREW) (?:TO|CAN|WILL) POLITE? GIVE ME A? (?:CALL|CALLME)"),
  connect(asks, 0.85, "SOMEONE PLEASE (?:SPEAK|CALL|CONTACT) (?:TO|WITH)? ME"),
  connect(asks, 0.85, "(?:CAN|WILL) YOU POLITE? CALL LINK CREW (?:AT ME)? END"),
  connect(calls, 0.85, "(?:CALL|WISH|GIVE) LINK SOMEONE TO (?:CALL|CONTACT) ME"),
  connect(calls, 0.85, "(?:WISH|GIVE) (?:A|ADJECTIVE|POLITE){0,2} CALL ALONG? FROM LINK SOMEONE"),
  // "kan iemand mij bellen", "kann mich jemand anrufen", "alguien me puede llamar", "que me llame un asesor"
  connect(
    calls,
    0.85,
    "(?:CAN|WILL|LET) LINK (?:SOMEONE|CREW) POLITE{0,2} ME POLITE{0,2} (?:CALL|TALKLAST|CALLME)",
  ),
  connect(
    calls,
    0.85,
    "CAN (?:POLITE|YOU){0,2} ME POLITE{0,2} LINK (?:SOMEONE|CREW) POLITE{0,2} (?:CALL|CALLME)",
  ),
  connect(calls, 0.85, "CAN (?:YOU|ME|POLITE){0,3} CALLME POLITE{0,2} (?:FROM|OF)? LINK (?:SOMEONE|CREW)"),
  connect(calls, 0.85, "(?:SOMEONE|CREW) (?:(?:ME CAN|CAN ME) CALL|(?:CAN|TO|OF|FROM) CALLME)"),
  connect(calls, 0.85, "(?:WISH|START) WHO LINK (?:SOMEONE|CREW) (?:CALLME|ME CALL)"),
  connect(calls, 0.85, "WHO ME (?:CALL|CALLME) LINK (?:SOMEONE|CREW)"),
  connect(calls, 0.85, "(?:WISH|PLEASE) (?:A|FROM|WITH|OTHER){0,3} CALLME (?:FROM|OF) LINK (?:SOMEONE|CREW)"),
];
