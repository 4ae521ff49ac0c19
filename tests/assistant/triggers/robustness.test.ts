import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectTrigger } from "../../../src/assistant/triggers/index.ts";
import { costOf } from "../../support/cost.ts";

const words = [
  "talk",
  "to",
  "a",
  "real",
  "human",
  "not",
  "please",
  ",",
  "connect",
  "me",
  "someone",
  "agent",
  "?",
  "zzz",
];

test("Nothing anybody can write makes it throw", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string({ unit: "grapheme", maxLength: 300 }),
  );
  fc.assert(
    fc.property(anyText, fc.array(anyText, { maxLength: 3 }), (text, phrases) => {
      const found = detectTrigger(text, { phrases });
      if (found) expect(found.confidence).toBeGreaterThan(0);
      if (found) expect(found.confidence).toBeLessThanOrEqual(1);
    }),
    { numRuns: 500 },
  );
});

test("What matched is always something the visitor wrote", () => {
  const sentence = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((chosen) => chosen.join(" "));
  fc.assert(
    fc.property(sentence, (text) => {
      const found = detectTrigger(text);
      if (found) expect(text).toContain(found.matched);
      if (found) expect(found.matched).not.toBe("");
    }),
  );
});

describe("A message of any length costs a bounded amount of work", () => {
  const costly: Record<string, string> = {
    "requests that never end": "I want to talk to a the your real ",
    "unknown long words": "reprezentazivox operazziunes conectadizm ",
    negations: "don't don't not never no ",
    "one word": "talkwithahuman",
    commas: ",?!.,",
    combining: "á̂̃",
  };
  test.each(Object.entries(costly))("%s", (_, piece) => {
    const long = piece.repeat(100_000 / piece.length);
    const cost = costOf(() => detectTrigger(long), 20);
    expect(cost).toBeLessThan(1.2);
  });
});

test("A request at the end of a very long message is heard", () => {
  expect(detectTrigger(`${"my order is late. ".repeat(1_000)}talk to a human`)?.level).toBe("connect");
});
