import fc from "fast-check";
import { expect, test } from "vitest";
import { inGsm7, segmentsOf } from "../../../src/channels/sms/gsm7.ts";

test("what keyboards make of plain characters is written plainly, so that the SMS stays short", () => {
  expect(inGsm7("It’s “fine” – really… ok\u00a0?")).toBe(`It's "fine" - really... ok ?`);
  expect(inGsm7("Größe: 5 €, à bientôt")).toBe("Größe: 5 €, à bientôt");
});

test("a text that needs other letters stays as it was written", () => {
  for (const text of ["It’s 👍", "Дякую – до зустрічі", "ç’est"]) expect(inGsm7(text)).toBe(text);
});

test.each([
  ["a".repeat(160), 1],
  ["a".repeat(161), 2],
  ["a".repeat(306), 2],
  ["a".repeat(307), 3],
  [`${"a".repeat(159)}€`, 2],
  ["д".repeat(70), 1],
  ["д".repeat(71), 2],
  ["👍".repeat(35), 1],
  ["👍".repeat(36), 2],
])("parts are counted as the network does: %s", (text, segments) => {
  expect(segmentsOf(text)).toBe(segments);
});

test("writing plainly never makes an SMS longer in parts than it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(segmentsOf(inGsm7(text))).toBeLessThanOrEqual(Math.max(segmentsOf(text), 1));
    }),
  );
});
