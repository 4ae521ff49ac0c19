import { expect, test } from "vitest";
import { begun, seenAs } from "../../src/conversation/conversation.ts";
import { written } from "../../src/conversation/text.ts";

test("a message is kept without the characters that no database takes", () => {
  expect(written("a\0b \ud83d")).toEqual({ text: "ab \ufffd" });
  expect(() => written("\0 \0")).toThrow("empty");
});

test("a message may have as many characters as it says in the refusal, spaces around it not counted", () => {
  expect(written(` ${"x".repeat(12_000)} `).text).toHaveLength(12_000);
  expect(() => written("x".repeat(12_001))).toThrow("12001 characters; at most 12000");
});

test("nothing known of a visitor is forgotten when they come back without saying it", () => {
  const visitor = { id: "v1", name: "Zoe", email: "zoe@example.com" };
  const page = { url: "https://shop.example/prices" };
  const known = { ...begun({ id: "c1", siteKey: "default", visitor, createdAt: 1 }), page };
  const seen = seenAs(known, { visitor: { id: "other", name: undefined }, page: undefined });
  expect(seen).toMatchObject({ visitor, page });
  expect(seenAs(known, { visitor: { name: "Zoë" } }).visitor).toEqual({ ...visitor, name: "Zoë" });
});
