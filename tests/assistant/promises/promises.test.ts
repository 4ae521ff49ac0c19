import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPromise } from "../../../src/assistant/promises/index.ts";
import { costOf } from "../../support/cost.ts";
import { sentences } from "./sentences.ts";

describe.each(Object.entries(sentences))("in %s", (_language, { promises, others }) => {
  test.each(promises)("“%s” is a promise", (sentence) => {
    expect(isPromise(sentence)).toBe(true);
  });

  test.each(others)("“%s” is none", (sentence) => {
    expect(isPromise(sentence)).toBe(false);
  });
});

test("is read through emphasis, links, odd spaces and apostrophes", () => {
  for (const sentence of ["I’ll *connect*  you\nnow.", "I'll [connect you](https://a.example) now."])
    expect(isPromise(sentence)).toBe(true);
});

test("whatever is written, it is read in no time", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom("i'll", "ich", "je", "vous", "will", "now", "you", "your", "a", "team", "te", "–"),
        {
          minLength: 200,
          maxLength: 2_000,
        },
      ),
      (words) => {
        const cost = costOf(() => isPromise(words.join(" ")));
        expect(cost).toBeLessThan(5);
      },
    ),
    { numRuns: 30 },
  );
});
