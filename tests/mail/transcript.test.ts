import { describe, expect, test } from "vitest";
import type { ConversationEvent } from "../../src/conversation/events.ts";
import { transcriptMail } from "../../src/mail/transcript-mail.ts";
import { ana, assistant, conversation, events, handedOff, says, visitor } from "./support/chat.ts";

const mailOf = (said: ConversationEvent[], more: { to?: string; includesNotes?: boolean } = {}) =>
  transcriptMail({
    ...{ conversation, events: said, timeZone: "Europe/Berlin" },
    to: more.to ?? "boss@example.com",
    includesNotes: more.includesNotes ?? false,
  });

describe("a transcript", () => {
  test("holds everything that was said, in order, with names and times in the team's zone", () => {
    const { text, html, subject } = mailOf(
      events(
        says(visitor, "Do you ship to Norway?"),
        says(assistant, "Let me **find out**."),
        handedOff,
        says(ana, "Yes, we do."),
      ),
    );
    expect(subject).toBe("Chat with Zoe, 24 November 2026");
    expect(text).toBe(
      [
        "Chat with Zoe",
        "--- Tuesday, 24 November 2026 ---",
        "[10:30] Zoe:\nDo you ship to Norway?",
        "[10:31] Assistant:\nLet me **find out**.",
        "[10:32]\nConnecting you with a team member — one moment please.",
        "[10:33] Ana:\nYes, we do.",
        "Times are in Europe/Berlin.",
      ].join("\n\n"),
    );
    for (const words of [
      "Do you ship to Norway?",
      "<strong>find out</strong>",
      "Connecting you",
      "Yes, we do.",
    ])
      expect(html).toContain(words);
  });

  test("shows last words, marks them as edited, and leaves out what was deleted", () => {
    const posted = { seq: 1, at: 0 };
    const message = { id: "m-Helo", author: ana, text: "Hello", note: false, isEdited: true as const };
    const gone = { id: "m-Oops", author: ana, text: "Oops", note: false };
    const { text } = mailOf(
      events(
        says(ana, "Helo"),
        says(ana, "Oops"),
        { type: "message.edited", message, posted },
        { type: "message.deleted", message: gone, posted: { seq: 2, at: 0 }, by: ana },
      ),
    );
    expect(text).toContain("Ana (edited):\nHello");
    expect(text).not.toMatch(/Helo\b|Oops/);
  });

  test("holds nothing of what the assistant writes for the team", () => {
    const brief = {
      problem: "A secret",
      tried: [],
      questions: [],
      replies: [{ id: "r1", text: "Suggested" }],
    };
    const draft = {
      id: "m-draft",
      author: assistant,
      text: "A draft",
      note: true,
      draftFor: { id: "u1", name: "Ana" },
    };
    const { text, html } = mailOf(
      events(
        says(visitor, "Hello"),
        { type: "conversation.briefed", brief },
        { type: "message.posted", message: draft },
        { type: "conversation.summedUp", handedBackSeq: 1, account: "A refund" },
      ),
    );
    for (const mail of [text, html]) {
      expect(mail).toContain("Hello");
      expect(mail).not.toMatch(/A secret|Suggested|A draft|A refund/);
    }
  });

  test("holds what the assistant asked when it offered a person", () => {
    const sentence = "Would you like to talk to a person from the team?";
    const offer = { by: "rule", reason: "May want a person", at: 1 } as const;
    const { text } = mailOf(
      events(says(visitor, "support?"), { type: "conversation.offered", offer, sentence }),
    );
    expect(text).toContain(`Assistant:\n${sentence}`);
  });

  test("names files with their size", () => {
    const files = [{ id: "f1", name: "in<voice>.pdf", mime: "application/pdf", size: 24_300 }];
    const { text, html } = mailOf(events(says(visitor, "", { files })));
    expect(text).toContain("[file: in<voice>.pdf (24 kB)]");
    expect(html).toContain("in&lt;voice&gt;.pdf (24 kB)");
  });

  const withNote = events(
    says(visitor, "Hi"),
    says(ana, "VIP, be nice", { note: true }),
    says(ana, "Hello Zoe"),
  );

  test("keeps notes to the team unless they are asked for", () => {
    expect(mailOf(withNote).html).not.toContain("VIP");
    const { html, text } = mailOf(withNote, { includesNotes: true });
    expect(html).toContain("internal note");
    expect(text).toContain("Ana (internal note):\nVIP, be nice");
  });

  test("never has notes for the visitor, however their address is written", () => {
    const mail = mailOf(withNote, { to: " zoe@EXAMPLE.com", includesNotes: true });
    expect(mail.html + mail.text).not.toContain("VIP");
    expect(mail.subject).toBe("Your chat transcript, 24 November 2026");
  });

  test("is one line in its subject, whatever the visitor is called", () => {
    const named = {
      ...conversation,
      visitor: { id: "v1", name: `Eve\r\nBcc: all@example.com ${"x".repeat(300)}` },
    };
    const { subject } = transcriptMail({
      ...{ conversation: named, events: [], to: "boss@example.com", includesNotes: false, timeZone: "UTC" },
    });
    expect(subject).toMatch(/^Chat with Eve Bcc: .{1,140}$/);
  });

  test("is safe to open: nothing anybody wrote becomes markup or a script", () => {
    const evil = `<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) "'&`;
    const { html } = mailOf(events(says(visitor, evil), says({ ...ana, name: "<b>Ana</b>" } as never, evil)));
    expect(html).not.toMatch(/<script|<img|<b>|href="javascript/i);
    expect(html.match(/&lt;script&gt;/g)).toHaveLength(2);
  });

  test("puts a line between days", () => {
    const [first, second] = events(says(visitor, "Today"), says(visitor, "Tomorrow"));
    if (!first || !second) throw new Error("There are two events.");
    const { text } = mailOf([first, { ...second, at: first.at + 86_400_000 }]);
    expect(text.match(/--- \w+, \d+ November 2026 ---/g)).toEqual([
      "--- Tuesday, 24 November 2026 ---",
      "--- Wednesday, 25 November 2026 ---",
    ]);
  });
});
