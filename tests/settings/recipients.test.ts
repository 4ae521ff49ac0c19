import { expect, test } from "vitest";
import { EmailRecipients, SmsRecipients } from "../../src/settings/recipients.ts";

test("numbers are kept the way they are dialled, however they were written", () => {
  expect(SmsRecipients.parse(["+1 (415) 555-0123", " 0049 30 123456 ", "+44 7911 123456"])).toEqual([
    "+14155550123",
    "+4930123456",
    "+447911123456",
  ]);
});

test.each([
  "0800",
  "123",
  "+1415",
  "+999123456789",
  "ana",
  "",
])("“%s” is no number, and is said to be none", (text) => {
  expect(SmsRecipients.safeParse([text]).error?.issues[0]?.message).toContain("is not a phone number");
});

test("addresses are kept in small letters; what is none is named", () => {
  expect(EmailRecipients.parse([" Ana@Example.com "])).toEqual(["ana@example.com"]);
  expect(EmailRecipients.safeParse(["ana@"]).error?.issues[0]?.message).toBe(
    "“ana@” is not an email address.",
  );
});
