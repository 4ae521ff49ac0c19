import { expect, test } from "vitest";
import { changedName, valueInWords } from "../../../../../src/channels/inbox/web/settings/change-in-words.ts";
import { contrastToWhite } from "../../../../../src/channels/inbox/web/settings/contrast.ts";
import { maxAway } from "../../../../../src/settings/schema.ts";
import { SiteLook } from "../../../../../src/settings/sites.ts";

const shop = {
  key: "shop",
  name: "Shop",
  origins: [],
  slack: undefined,
  look: SiteLook.parse({}),
  keepDays: 0,
};

test.each([
  ["holdSeconds", "Undo seconds"],
  ["site shop: origins", "Allowed origins of Shop"],
  ["site gone: name", "Site name of gone"],
  ["slack workspace T1", "Slack workspace T1"],
  ["knowledge page of *: Returns: how?", "the knowledge: “Returns: how?”"],
  ["knowledge answer of shop: Malta?", "the knowledge: “Malta?”"],
  ["knowledge answer: of shop: Malta?", "the knowledge: “of shop: Malta?”"],
  ["rejected proposal of shop: Malta?", "what was proposed to learn: “Malta?”"],
  ["fromAnotherVersion", "fromAnotherVersion"],
])("a change of %j is called %j", (key, name) => {
  expect(changedName(key, [shop])).toBe(name);
});

test.each([
  ["liveHandoff", false, "off"],
  ["greeting", "", "nothing"],
  ["holdSeconds", 0, "0"],
  ["awayUntil", 0, "not away"],
  ["awayUntil", maxAway, "somebody comes back"],
  ["triggerPhrases", ["a human", "a person"], "a human, a person"],
  ["triggerPhrases", [], "nothing"],
  ["routes", [{ words: "refund", channel: "#billing" }], "refund: #billing"],
  ["site shop: slack", null, "nothing"],
  ["site shop: look", { accent: "", side: "left" }, "left"],
  [
    "hours",
    { timeZone: "Europe/Berlin", week: [{ day: 1, from: 540, to: 1020 }], holidays: ["2026-12-25"] },
    "Mon 9:00-17:00 (Europe/Berlin), closed on 2026-12-25",
  ],
])("the value of %j, %j, reads %j", (key, value, words) => {
  expect(valueInWords(key, value)).toBe(words);
});

test.each([
  ["#000000", 21],
  ["#ffffff", 1],
  ["#767676", 4.54],
])("white on %s has a contrast of %d to 1", (colour, ratio) => {
  expect(contrastToWhite(colour)).toBeCloseTo(ratio, 2);
});
