import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  completed,
  completionAt,
  withShortcode,
} from "../../../../../../src/channels/inbox/web/conversation/composer/completion.ts";

const at = (text: string) => completionAt(text, text.length);

describe("a saved reply", () => {
  test("is looked for after a slash that begins a line", () => {
    expect(at("/")).toEqual({ kind: "reply", query: "", from: 0, to: 1 });
    expect(at("Dear Maria,\n/ref pol")).toEqual({ kind: "reply", query: "ref pol", from: 12, to: 20 });
  });

  test.each([
    "and/or",
    "https://shop.example/refund",
    "Hello /ref",
    "1/2",
  ])("is not looked for in %s", (text) => {
    expect(at(text)).toBeUndefined();
  });
});

describe("an emoji", () => {
  test("is looked for after a colon and two letters", () => {
    expect(at("Great :ta")).toEqual({ kind: "emoji", query: "ta", from: 6, to: 9 });
    expect(at(":smi")).toMatchObject({ query: "smi", from: 0 });
  });

  test.each([":", ":)", "10:30", "Look:here", "https://a"])("is not looked for in %s", (text) => {
    expect(at(text)).toBeUndefined();
  });

  test("takes the place of its name as soon as that is finished", () => {
    const characterOf = (name: string) => ({ tada: "🎉" })[name];
    expect(withShortcode("Done :tada:", 11, characterOf)).toEqual({ text: "Done 🎉", caret: 7 });
    expect(withShortcode("Done :TADA: and", 11, characterOf)).toEqual({ text: "Done 🎉 and", caret: 7 });
    expect(withShortcode("Done :nothing:", 14, characterOf)).toBeUndefined();
    expect(withShortcode("at 10:30:", 9, characterOf)).toBeUndefined();
  });
});

test("what is chosen stands where it was looked for, and all else stays", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (before, mark, after) => {
      const from = before.length;
      const { text, caret } = completed(before + mark + after, { from, to: from + mark.length }, "CHOSEN");
      expect(text).toBe(`${before}CHOSEN${after}`);
      expect(text.slice(0, caret)).toBe(`${before}CHOSEN`);
    }),
  );
});
