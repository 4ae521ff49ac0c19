import { expect, test } from "vitest";
import { detectTrigger } from "../../../src/assistant/triggers/index.ts";

const phrases = ["  Crème   brûlée ", "speak to Paul", "", "🆘", "人工客服", "SOS!"];
const matched = (text: string) => {
  const found = detectTrigger(text, { phrases });
  return found?.rule === "custom-phrase" ? found.matched : undefined;
};

test("A custom phrase acts at once", () => {
  expect(detectTrigger("I want to speak to Paul", { phrases })).toEqual({
    level: "connect",
    rule: "custom-phrase",
    matched: "speak to Paul",
    confidence: 1,
  });
});

test("Case, accents and spacing do not matter", () => {
  expect(matched("one CREME\n brulee now")).toBe("  Crème   brûlée ");
});

test("A phrase inside a longer word does not count", () => {
  expect(matched("speak to Paula")).toBeUndefined();
  expect(matched("unspeak to paul")).toBeUndefined();
  expect(matched("speak to Paula or speak to paul.")).toBe("speak to Paul");
});

test("Emoji and punctuation can be phrases", () => {
  expect(matched("help🆘")).toBe("🆘");
  expect(matched("sos!!")).toBe("SOS!");
});

test("In a script without spaces a phrase is found inside the sentence", () => {
  expect(matched("我要人工客服谢谢")).toBe("人工客服");
});

test("An empty phrase never acts", () => {
  expect(detectTrigger("hello", { phrases: ["", "  "] })).toBeUndefined();
});

test("Without custom phrases a message speaks for itself", () => {
  expect(detectTrigger("talk to a human", { phrases: [] })?.rule).toBe("asks-for-a-person");
});
