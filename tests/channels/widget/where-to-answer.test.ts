import { expect, test } from "vitest";
import { whereToAnswer } from "../../../src/channels/widget/where-to-answer.ts";

const smsConsent = "You agree.";
const reached = async () => undefined;
const open = { smsConsent, whyNot: reached };

test("an address, a number with what was agreed to by leaving it, or both are taken", async () => {
  expect(await whereToAnswer({ email: "zoe@example.com" }, open)).toEqual({ email: "zoe@example.com" });
  const phone = { phone: "+14155550177", consent: smsConsent };
  expect(await whereToAnswer({ email: "", phone: "+1 (415) 555-0177" }, open)).toEqual(phone);
  expect(await whereToAnswer({ email: "zoe@example.com", phone: "001 415 555 0177" }, open)).toEqual({
    ...{ email: "zoe@example.com", ...phone },
  });
});

test.each([
  [{ email: "" }, "Please leave an email address or a number."],
  [{ email: "zoe@" }, "This is not an email address."],
  [{ email: "", phone: "0177 123" }, "Begin with + and the country"],
  [{ email: "zoe@example.com", phone: "+1" }, "This is not a phone number we can text."],
])("what is none is refused in words: %j", async (left, words) => {
  expect(await whereToAnswer(left, open)).toContain(words);
});

test("a number is not kept where nobody could text it, and no consent was asked for", async () => {
  const closed = { smsConsent: undefined, whyNot: reached };
  expect(await whereToAnswer({ email: "zoe@example.com", phone: "+14155550177" }, closed)).toEqual({
    email: "zoe@example.com",
  });
  expect(await whereToAnswer({ email: "", phone: "+14155550177" }, closed)).toContain("not an email address");
});

test.each([
  [{ email: "zoe@example.com" }, "bounced", "zoe@example.com comes back. Please leave another one."],
  [{ email: "zoe@example.com" }, "opted-out", "asked for no more mail"],
  [{ email: "", phone: "+14155550177" }, "invalid", "+14155550177 comes back. Please leave another one."],
  [{ email: "", phone: "+14155550177" }, "opted-out", "Text START"],
] as const)("no answer is promised where none arrives: %j, %s", async (left, reason, words) => {
  expect(await whereToAnswer(left, { smsConsent, whyNot: async () => ({ reason }) })).toContain(words);
});
