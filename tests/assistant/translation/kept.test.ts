import fc from "fast-check";
import { expect, test } from "vitest";
import { isKept } from "../../../src/assistant/translation/kept.ts";
import { costOf } from "../../support/cost.ts";

test.each([
  ["See https://a.example/x?y=1.", "Voir https://a.example/x?y=1 !"],
  ["[Here](https://a.example/x)", "[Ici](https://a.example/x)"],
  ["Run `npm start` now", "Lancez `npm start`"],
  ["```js\nconst a = 1;\n```", "Voici :\n```js\nconst a = 1;\n```"],
  ["Write to help@a.example.", "Écrivez à help@a.example."],
  ["1,000 €", "1.000 €"],
])("what must stay as it is has stayed: %s → %s", (text, translated) => {
  expect(isKept(text, translated)).toBe(true);
});

test.each([
  ["See https://a.example/x", "Voir https://a.example/y"],
  ["[Here](https://a.example/x)", "[Ici](https://evil.example/x)"],
  ["Run `npm start`", "Lancez `npm début`"],
  ["```\nif (a) b\n```", "```\nsi (a) b\n```"],
  ["Write to help@a.example", "Écrivez à aide@a.example"],
])("what changed what it must not is not believed: %s → %s", (text, translated) => {
  expect(isKept(text, translated)).toBe(false);
});

test("a text that is returned as it was is always believed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(isKept(text, text)).toBe(true);
    }),
  );
});

test.each([
  "a",
  "`",
  "```",
  "https://",
  "a@",
  "@",
  "a.",
  "\\",
])("a long run of %j is looked at quickly", (part) => {
  const text = part.repeat(12_000 / part.length);
  const cost = costOf(() => isKept(text, text));
  expect(cost).toBeLessThan(10);
});
