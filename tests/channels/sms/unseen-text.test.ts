import { describe, expect, test } from "vitest";
import { segmentsOf } from "../../../src/channels/sms/gsm7.ts";
import { unseenText } from "../../../src/channels/sms/unseen-text.ts";
import { withoutSecrets } from "../../../src/channels/sms/without-secrets.ts";
import { ana, events, says } from "../../mail/support/chat.ts";

const continueUrl = `https://chat.example.com/widget/continue?token=${"t".repeat(80)}`;
const textOf = (...said: Parameters<typeof events>) =>
  unseenText({ events: events(...said), siteName: "Acme", continueUrl, isFirst: false });
const ben = { kind: "agent", id: "u-ben", name: "Ben" } as const;

describe("an SMS to a visitor who has left", () => {
  test("says who writes, what, and where it goes on; how to end it with the first one only", () => {
    const said = events(says(ana, "Hello"), says(ana, "again"), says(ben, "And I"));
    const text = `Acme, Ana: Hello\nagain\nBen: And I`;
    const options = { events: said, siteName: "Acme", continueUrl };
    expect(unseenText({ ...options, isFirst: false })).toBe(`${text}\n${continueUrl}`);
    expect(unseenText({ ...options, isFirst: true })).toBe(`${text}\nSTOP ends these SMS.\n${continueUrl}`);
  });

  test("has no marks that a phone would show as they are", () => {
    expect(
      textOf(
        says(ana, "# Steps\nPress **Save**, then `Close`. *Really*: [how](https://a.example/x)\nsnake_case"),
      ),
    ).toBe(
      `Acme, Ana: Steps\nPress Save, then Close. Really: how https://a.example/x\nsnake_case\n${continueUrl}`,
    );
  });

  test("names files, which are in the chat", () => {
    const file = { id: "f", name: "invoice.pdf", mime: "application/pdf", size: 5 };
    expect(textOf(says(ana, "Here", { files: [file] }))).toContain("Here (File in the chat: invoice.pdf)\n");
    expect(textOf(says(ana, "", { files: [file] }))).toContain("Ana: (File in the chat: invoice.pdf)\n");
  });

  test.each([
    "word ".repeat(500),
    "слово ".repeat(500),
    "x".repeat(3_000),
    "👍".repeat(900),
  ])("is shortened to four parts at most and keeps its link: %#", (words) => {
    const text = textOf(says(ana, words));
    expect(segmentsOf(text)).toBe(4);
    expect(text.endsWith(`...\n${continueUrl}`)).toBe(true);
    expect(text).not.toMatch(/\p{Cs}/u);
  });

  test("ends at a word where it is shortened", () => {
    expect(textOf(says(ana, "word ".repeat(500)))).toMatch(/word\.\.\.\n/);
  });
});

describe("what must not stand on a locked screen", () => {
  test.each([
    ["Your password: hunter2!", "Your password: [in the chat]"],
    ["The PIN is 4711.", "The PIN is [in the chat]"],
    ["Das Passwort lautet geheim", "Das Passwort lautet [in the chat]"],
    ["Card 4242 4242 4242 4242 was charged", "Card [in the chat] was charged"],
    ["IBAN DE89 3704 0044 0532 0130 00 please", "IBAN [in the chat] please"],
    ["Use sk_live_abcdefghijklmnop1234", "Use [in the chat]"],
  ])("is left in the chat: %s", (text, masked) => {
    expect(withoutSecrets(text)).toBe(masked);
  });

  test.each([
    "Your order 1234567890123 is on its way",
    "Call +1 415 555 0123 between 9 and 17",
    "Please pin the card at the top, the token shop is open",
    "https://shop.example.com/orders/8812?view=full",
  ])("and nothing else: %s", (text) => {
    expect(withoutSecrets(text)).toBe(text);
  });
});
