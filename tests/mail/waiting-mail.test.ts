import { describe, expect, test } from "vitest";
import { waiting as waits } from "../../src/conversation/ownership.ts";
import { waitingMail } from "../../src/mail/waiting-mail.ts";
import { ana, assistant, conversation, events, handedOff, says, visitor } from "./support/chat.ts";

const at = Date.UTC(2026, 10, 24, 9, 32);
const zoe = waits(
  { ...conversation, page: { url: "https://shop.example.com/cart", title: "Cart" } },
  { by: "rule", reason: "Asked for a person", matched: "talk to a human", summary: "A parcel is late.", at },
);
const said = events(says(visitor, "Where is my <parcel>?"), says(assistant, "I do **not** know."), handedOff);
const mailOf = (...waiting: Parameters<typeof waitingMail>[0]["waiting"]) =>
  waitingMail({
    to: "ana@example.com",
    canAnswer: false,
    waiting,
    publicUrl: "https://chat.example.com",
    timeZone: "Europe/Berlin",
  });

describe("a mail that somebody waits", () => {
  test("says who, why and since when, with the whole history and a link", () => {
    const { subject, text, html } = mailOf({ conversation: zoe, events: said });
    expect(subject).toBe("Zoe waits for a person");
    expect(text).toBe(
      [
        "Zoe waits for a person",
        [
          "Asked for a person: “talk to a human”. Waiting since 10:32.",
          "A parcel is late.",
          "Contact: Zoe@example.com",
          "On Cart, https://shop.example.com/cart",
        ].join("\n"),
        "Open the conversation: https://chat.example.com/inbox/c/c1",
        "--- Tuesday, 24 November 2026 ---",
        "[10:30] Zoe:\nWhere is my <parcel>?",
        "[10:31] Assistant:\nI do **not** know.",
        "[10:32]\nConnecting you with a team member — one moment please.",
        "Times are in Europe/Berlin.",
      ].join("\n\n"),
    );
    expect(html).toContain('href="https://chat.example.com/inbox/c/c1"');
    expect(html).toContain("Where is my &lt;parcel&gt;?");
  });

  test("says when nobody could write back to the visitor", () => {
    const stranger = { ...zoe, visitor: { id: "v1" }, page: undefined };
    const { subject, text } = mailOf({ conversation: stranger, events: said });
    expect(subject).toBe("A visitor waits for a person");
    expect(text).toContain("Contact: no contact detail");
  });

  test("tells of several at once, each under their name", () => {
    const yan = { ...zoe, id: "c2", visitor: { id: "v2", name: "Yan" } };
    const { subject, text } = mailOf(
      { conversation: zoe, events: said },
      { conversation: yan, events: said },
    );
    expect(subject).toBe("2 visitors wait for a person");
    expect(text.indexOf("=== Zoe ===")).toBeLessThan(text.indexOf("=== Yan ==="));
    expect(text).toContain("https://chat.example.com/inbox/c/c2");
  });

  test("holds no notes, and a name makes no second subject line", () => {
    const named = { ...zoe, visitor: { id: "v1", name: "Zoe\r\nBcc: all@example.com" } };
    const noted = events(says(visitor, "Hi"), says(ana, "A regular", { note: true }), handedOff);
    const { subject, text } = mailOf({ conversation: named, events: noted });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).not.toContain("A regular");
  });

  test("carries both languages where the team and the visitor each have their own", () => {
    const translation = (text: string, language: string) => ({ state: "done" as const, text, language });
    const sent = { seq: 2, text: "Ich sehe nach.", original: "I will look.", language: "de" };
    const { text, html } = mailOf({
      conversation: zoe,
      events: events(
        says(visitor, "Wo ist mein Paket?", { translation: translation("Where is my parcel?", "en") }),
        says(ana, "I will look.", { translation: translation("Ich sehe nach.", "de"), sent }),
      ),
    });
    expect(text).toContain("Zoe:\nWhere is my parcel?\n(In the original: Wo ist mein Paket?)");
    expect(text).toContain("Ana:\nI will look.\n(As the visitor reads it: Ich sehe nach.)");
    for (const words of ["Where is my parcel?", "Wo ist mein Paket?", "I will look.", "Ich sehe nach."])
      expect(html).toContain(words);
  });
});
