import { connect, type Rule } from "./rule.ts";

const asks = "asks-for-a-person";

/** A verb of talking and somebody to talk to. */
export const talking: readonly Rule[] = [
  // "speak to someone", "chat with a human agent", "talk to your manager"
  connect(asks, 0.98, "SPEAK (?:ME|ALONG|POLITE|ADJECTIVE){0,2} (?:TO|WITH|A|YOUR|THE|SCRAP|OF) TOWARD CREW"),
  connect(
    asks,
    0.95,
    "SPEAK (?:ME|ALONG|POLITE|ADJECTIVE|REAL|WISH){0,2} (?:TO|WITH|A|SCRAP|OF) TOWARD ANYBODY",
  ),
  connect(asks, 0.9, "(?:SPEAK|TALKING) (?:TO|WITH) REAL PEOPLE"),
  connect(asks, 0.85, "(?:WISH TO?|CAN I|LET ME) SPEAK (?:TO|WITH) PEOPLE END"),
  connect(asks, 0.9, "SPEAK REAL{0,2} HUMAN"),
  connect(asks, 0.9, "(?:WISH TO?|CAN I|LET ME|^|STOP) SPEAK AGENT DONE"),
  connect(asks, 0.8, "ALMOSTTALK (?:TO|WITH) LINK (?:CREW|SOMEONE|PERSON)"),
  // "talk to a mortgage loan advisor", "discuss my contract with an agent"
  connect(asks, 0.9, "SPEAK (?:TO|WITH) (?:A|YOUR|THE)? OTHER{1,2} AGENT"),
  connect(
    asks,
    0.9,
    "(?:SPEAK|RESOLVE) (?:AT|MY|ME|THE|ALONG|OTHER|HEAD|A|DEPARTMENT|OF|HELP|ADJECTIVE){0,6} (?:(?:WITH|TO) LINK CREW|OF LINK (?:HUMAN|REAL PERSON))",
  ),
  connect(asks, 0.9, "SPEAK (?:AT|MY|THE|ALONG|OTHER|HEAD|A|ADJECTIVE|HELP){1,6} WITH LINK SOMEONE"),
  connect(asks, 0.85, "RESOLVE (?:ALONG|ME){0,2} (?:WITH|TO|OF) A REAL? PERSON"),
  // "help talking to an agent", "contacting agent"
  connect(asks, 0.9, "TALKING (?:ME|ALONG|POLITE){0,2} (?:TO|WITH|A|YOUR|SCRAP) TOWARD (?:CREW|TEAM)"),
  connect(asks, 0.9, "(?<!OTHER)TALKING TOWARD (?:CREW|TEAM)"),
  connect(asks, 0.9, "TALKING (?:ME|ALONG|POLITE){0,2} (?:TO|WITH|SCRAP)? TOWARD (?:APERSON|SOMEONE)"),
  // "contact an agent", "reach somebody", "see the manager"
  connect(asks, 0.95, "CONTACT I? TOWARD CREW"),
  connect(asks, 0.85, "WISH ALONG TO LINK (?:CREW|TEAM|DEPARTMENT)"),
  connect(asks, 0.9, "CONTACT TOWARD (?:SOMEONE|APERSON)(?!I|WHO)"),
  connect(
    asks,
    0.85,
    "(?:WISH|CAN|LET|MUST|HELP) (?:I|TO|ME|POLITE|YOU){0,4} CONTACT LINK (?:TEAM|DEPARTMENT)",
  ),
  connect(asks, 0.85, "(?:WISH|CAN|LET|MUST|HOW) (?:I|TO|ME|OF|POLITE){0,3} (?:SEE|CALL) LINK CREW DONE"),
  connect(asks, 0.85, "START CONTACT LINK TEAM END"),
  connect(asks, 0.85, "(?:WISH|CAN|LET) (?:I|TO|A|ADJECTIVE){0,4} CALL WITH LINK CREW"),
  connect(asks, 0.85, "START CALL (?:(?:YOUR|THE|A) ADJECTIVE? AGENT|LINK HUMAN) END"),
  // "mit einem Menschen sprechen", "met iemand praten", "einen Mitarbeiter sprechen"
  connect(
    asks,
    0.95,
    "(?:TO|WITH) LINK ANYBODY (?:POLITE|AT|MY|YOUR|THE|A|OTHER|ADJECTIVE|ME|ALONG|CAN|OF){0,6} LAST",
  ),
  connect(
    asks,
    0.9,
    "(?:A|YOUR|REAL|WISH|I|CAN|THE|OF|MUST|POLITE|TO|LET) (?:CREW|SOMEONE|TEAM) POLITE{0,2} (?:TO|YOU)? LAST",
  ),
  connect(asks, 0.85, "WISH RESOLVE ALONG{0,2} (?:WITH|TO) LINK SOMEONE"),
  connect(asks, 0.85, "WISH TO? DO ALONG{1,2} (?:WITH|OF|FROM) LINK (?:CREW|APERSON)"),
  connect(asks, 0.8, "POLITE{1,2} WITH LINK (?:HUMAN|REAL{1,2} (?:AGENT|PERSON|HUMAN)) END"),
  // "is there someone in the branch I can talk to"
  connect(
    asks,
    0.9,
    "(?:EXISTS|WISH|GIVE|FIND) LINK (?:CREW|SOMEONE|APERSON) (?:AT|FROM|OF|THE|YOUR|OTHER|ADJECTIVE|TEAM|DEPARTMENT){1,4} (?:TO|WHO|I CAN) (?:I|CAN|TO){0,3} (?:SPEAK|CONTACT)",
  ),
  // "cómo hablo con un agente", "il faut que je parle à quelqu'un"
  connect(asks, 0.9, "(?:HOW|WISH|WHO) I? ITALK I? (?:TO|WITH|A) TOWARD (?:CREW|SOMEONE|APERSON)"),
  // "non riesco a parlare con nessuno"
  connect(asks, 0.85, "NOT CAN (?:TO|ME){0,2} (?:SPEAK|CONTACT) (?:WITH|TO)? NOT END"),
  // "someone I can talk to", "a person to speak with", "alguien con quien hablar"
  connect(
    asks,
    0.9,
    "ANYBODY (?:THERE|AVAILABLE|ADJECTIVE){0,2} COMMA? (?:TO|WHO|WITH|I|CAN|THE|A(?=WHO)) (?:TO|WHO|HOW|WITH|I|CAN|WILL|MUST|THE|YOU|WISH){0,4} (?:SPEAK|CONTACT)",
  ),
];
