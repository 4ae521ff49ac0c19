import { expect, test } from "vitest";
import { askedOfAssistant } from "../../src/conversation/asked-of-assistant.ts";

test.each([
  ["@assistant offer a refund", "offer a refund"],
  ["@Assistant: offer a refund", "offer a refund"],
  ["  @ASSISTANT, offer\na refund ", "offer\na refund"],
  ["*@assistant* – offer a refund", "offer a refund"],
  ["`@assistant` offer a refund", "offer a refund"],
  ["> @assistant offer a refund", "offer a refund"],
  ["Hey @assistant, offer a refund", "offer a refund"],
  ["please @assistant offer a refund", "offer a refund"],
  ["@assistant", ""],
  ["@assistant?", ""],
])("%j asks the assistant", (note, asked) => {
  expect(askedOfAssistant(note)).toBe(asked);
});

test.each([
  "assistant, offer a refund",
  "@assistants are useless",
  "@assistant's answer was wrong",
  "@assistant-manager knows",
  "I have asked @assistant already",
  "mail@assistant.example",
  "@ana offer a refund",
  "",
])("%j does not", (note) => {
  expect(askedOfAssistant(note)).toBeUndefined();
});
