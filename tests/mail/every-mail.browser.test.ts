import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refusalMail } from "../../src/channels/email/refusal-mail.ts";
import { testMail } from "../../src/channels/email/test-mail.ts";
import { waiting as waits } from "../../src/conversation/ownership.ts";
import { transcriptMail } from "../../src/mail/transcript-mail.ts";
import { unseenMail } from "../../src/mail/unseen-mail.ts";
import { waitingMail } from "../../src/mail/waiting-mail.ts";
import { invitationLetter, resetLetter } from "../../src/team/letters.ts";
import { violations } from "../channels/inbox/support/violations.ts";
import { describeInBrowser, launchChromium } from "../support/chromium.ts";
import { ana, assistant, conversation, events, handedOff, says, visitor } from "./support/chat.ts";

const at = Date.UTC(2026, 10, 24, 9, 32);
const zoe = waits(
  { ...conversation, page: { url: "https://shop.example.com/cart?item=4711", title: "Your cart" } },
  { by: "rule", reason: "Asked for a person", matched: "talk to a human", summary: "A parcel is late.", at },
);
const yan = { ...zoe, id: "c2", visitor: { id: "v2", name: "Yan" }, page: undefined };
const said = events(
  says(visitor, "Where is my parcel? It was to be here on Monday."),
  says(
    assistant,
    "I do **not** know:\n\n1. Ask the carrier\n2. See [your order](https://shop.example.com/o)",
  ),
  says(visitor, "Can I talk to a human?"),
  handedOff,
);
const done = (text: string, language: string) => ({ state: "done" as const, text, language });
const bilingual = events(
  says(visitor, "Wo ist mein Paket?", { translation: done("Where is my parcel?", "en") }),
  says(ana, "I will look.", {
    translation: done("Ich sehe nach.", "de"),
    sent: { seq: 2, text: "Ich sehe nach.", original: "I will look.", language: "de" },
  }),
);
const answered = events(
  says(ana, "Good morning! Your parcel is with the carrier since **Tuesday**."),
  says(ana, "Here is the label.", {
    files: [{ id: "f1", name: "label.pdf", mime: "application/pdf", size: 48_000 }],
  }),
);

const [to, timeZone, publicUrl] = ["ana@example.com", "Europe/Berlin", "https://chat.example.com"];
const waiting = (...waiting: Parameters<typeof waitingMail>[0]["waiting"]) =>
  waitingMail({ to, waiting, publicUrl, timeZone, canAnswer: waiting.length === 1 });
const letterTo = { to, name: "Ana", url: `${publicUrl}/inbox/join?token=t` };

const mails = {
  "that somebody waits": waiting({ conversation: zoe, events: said }),
  "that several wait": waiting({ conversation: zoe, events: said }, { conversation: yan, events: said }),
  "that somebody waits, in two languages": waiting({ conversation: zoe, events: bilingual }),
  "that brings an answer to a visitor": unseenMail({
    ...{ to, conversation: zoe, events: answered, after: 0, siteName: "shop.example.com" },
    ...{ continueUrl: `${publicUrl}/widget/continue?token=t`, unsubscribeUrl: `${publicUrl}/email/u` },
    ...{ canAnswer: true, timeZone },
  }),
  "with a transcript": transcriptMail({ to, conversation: zoe, events: said, includesNotes: true, timeZone }),
  "that invites": invitationLetter({ ...letterTo, by: "Ben" }),
  "with a link to a new password": resetLetter(letterTo),
  "with which an admin tries the way": testMail({ to, by: "Ben", publicUrl }),
  "that refuses an answer": refusalMail({ to, why: "This conversation was closed." }),
};
/** Where to put pictures of them, to be looked at. */
const pictures = process.env.MAIL_PICTURES;

describeInBrowser("everybody can read a mail", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
    if (pictures) mkdirSync(pictures, { recursive: true });
  });
  afterAll(() => browser?.close());

  test.each(Object.entries(mails))("%s: in light, in the dark and on a phone", async (name, { html }) => {
    for (const [colorScheme, width] of [
      ["light", 760],
      ["dark", 760],
      ["light", 390],
    ] as const) {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 600 } });
      await page.setContent(html);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const picture = `${name.replaceAll(/\W+/g, "-")}-${colorScheme}-${width}.png`;
      if (pictures) await page.screenshot({ fullPage: true, path: join(pictures, picture) });
      await page.close();
    }
  });
});
