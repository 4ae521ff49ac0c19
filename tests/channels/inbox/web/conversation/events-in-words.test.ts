import { expect, test } from "vitest";
import { inOneLine } from "../../../../../src/channels/inbox/web/conversation/events-in-words.ts";
import { begun } from "../../../../../src/conversation/conversation.ts";

const email = "paula@example.com";
const phone = "+14155550123";
const called = (visitor: { name?: string; email?: string; phone?: string }) =>
  begun({ id: "c", siteKey: "default", visitor: { id: "v", ...visitor }, createdAt: 0 });
const told = { id: "e", conversationId: "c", seq: 9, at: 5, via: "widget", externalId: "x" };
const left = (contact: object) => ({ ...told, type: "visitor.contactLeft" as const, ...contact });

test("who has a name can be reached at their address", () => {
  expect(inOneLine(left({ email }), called({ name: "Paula", email }))).toBe(
    `Paula can be reached at ${email}`,
  );
});

test("an address that stands for a name is said once", () => {
  expect(inOneLine(left({ email }), called({ email }))).toBe(`The visitor can be reached at ${email}`);
  expect(inOneLine(left({ phone }), called({ phone }))).toBe(`The visitor can be reached by SMS at ${phone}`);
  const regained = { ...told, type: "visitor.contactRegained", way: "email", recipient: email } as const;
  expect(inOneLine(regained, called({ email }))).toBe(`The visitor wants to be answered at ${email} again`);
  expect(inOneLine(regained, called({ name: "Paula", email }))).toBe(
    `Paula wants to be answered at ${email} again`,
  );
});

test("who is called by another address than they leave is told from it", () => {
  expect(inOneLine(left({ phone }), called({ email, phone }))).toBe(
    `${email} can be reached by SMS at ${phone}`,
  );
});
