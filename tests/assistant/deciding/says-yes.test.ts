import { expect, test } from "vitest";
import { saysYes } from "../../../src/assistant/deciding/says-yes.ts";

test.each([
  ...["Yes", "yes please!", "Yeah, go ahead", "ok", "Sure, thanks", "I would love that, yes", "👍"],
  ...["Ja, gerne", "Oui, s'il vous plaît", "Sí, por favor", "Sì, grazie", "Sim, por favor", "Ja graag"],
])("“%s” says yes", (text) => {
  expect(saysYes(text)).toBe(true);
});

test.each([
  ...["No", "no thanks", "Not yet", "Yes but where is my order first?", "Thanks", "What?", ""],
  ...[
    "Nein danke",
    "Non merci",
    "Where is my order",
    "I would like that refund",
    "yes yes yes yes yes yes yes yes",
  ],
])("“%s” does not", (text) => {
  expect(saysYes(text)).toBe(false);
});
