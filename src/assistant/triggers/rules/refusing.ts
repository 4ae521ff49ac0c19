import { connect, type Rule } from "./rule.ts";

const refuses = "refuses-a-machine";
/** "I don't want to": what people say before "talk to a bot". */
const noWish =
  "(?:NOT|NO|REFUSE TO|WITHOUT) (?:WISH|MUST|CAN|TO|I|YOU|POLITE|OTHER|BE|DO|SPEAK|WILL|NOT|ME|ALIKE|GIVE){0,5}";
const withMachine = "(?:TO|WITH|A) (?:A|THE|ALONG|ADJECTIVE|YOUR|SCRAP){0,3} MACHINE";

/** "I don't want to talk to a bot", "not comfortable sharing this with a machine": so with a person. */
export const refusing: readonly Rule[] = [
  connect(
    refuses,
    0.9,
    `${noWish} (?:SPEAK|TALKING|TELL|RESOLVE) (?:TELL|TALKING|MY|YOUR|THE|A|OTHER|REAL|HEAD|ALONG|ADJECTIVE|AT|TO){0,6} ${withMachine}`,
  ),
  // "ich rede nicht mit einem Bot", "mit keinem Roboter reden"
  connect(refuses, 0.9, `I TALK POLITE? NOT ${withMachine}`),
  connect(refuses, 0.9, "WITH NOT MACHINE SPEAK"),
  connect(refuses, 0.9, `${noWish} ${withMachine} (?:SPEAK|CONNECT)`),
];
