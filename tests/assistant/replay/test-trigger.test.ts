import { expect, test } from "vitest";
import { testTrigger } from "../../../src/assistant/replay/test-trigger.ts";

const settings = { triggerPhrases: ["speak to sales"], liveHandoff: true };

test("an admin reads what would become of a sentence, and why", () => {
  expect(testTrigger("I want to talk to a human", settings)).toMatch(/connects .* at once: “.*human”/);
  expect(testTrigger("This is useless", settings)).toMatch(
    /gets the visitor an offer, once, .*: “.*useless” \(sounds upset, 50 % sure\)\.$/,
  );
  expect(testTrigger("Can I speak to sales?", settings)).toContain("your phrase “speak to sales”");
  expect(testTrigger("Where is my parcel?", settings)).toContain("stays with the assistant");
  expect(testTrigger("Talk to a human", { ...settings, liveHandoff: false })).toContain("is off now");
});
