import { expect, test } from "vitest";
import type { Decision } from "../../src/conversation/decision.ts";
import { decidedBy, offeredFor } from "../../src/conversation/decision-in-words.ts";

const decision = (parts: Partial<Decision>): Decision => ({ by: "rule", reason: "", ...parts });

test.each<[Partial<Decision>, string]>([
  [{ by: "button", matched: "Talk to a person", confidence: 1 }, "the visitor, with the button"],
  [{ rule: "asks-for-a-person", confidence: 0.98 }, "the visitor's words: asks for a person, 98 % sure"],
  [{ rule: "custom-phrase", confidence: 1 }, "the visitor's words: a trigger phrase of yours"],
  [{ rule: "frustration", confidence: 0.5 }, "the visitor's words: sounds upset, 50 % sure"],
  [{ rule: "a-rule-of-tomorrow" }, "the visitor's words: a rule of tomorrow"],
  [{}, "the visitor's words"],
  [{ by: "model", confidence: 0.8 }, "the assistant: 80 % sure"],
  [{ by: "failure" }, "the system, because the assistant gave no answer"],
  [{ by: "agent" }, "a team member"],
])("a decision says who decided, by which rule and how surely: %o", (parts, words) => {
  expect(decidedBy(decision(parts))).toBe(words);
});

test("an offer says which words led to it, where words did", () => {
  expect(offeredFor(decision({ rule: "frustration", matched: "useless", confidence: 0.5 }))).toBe(
    "“useless” (the visitor's words: sounds upset, 50 % sure)",
  );
  const unknown = "The assistant does not know the answer";
  expect(offeredFor(decision({ by: "model", reason: unknown }))).toBe(unknown);
});
