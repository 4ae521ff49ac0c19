import type { Mail } from "../../mail/mail.ts";
import { markup } from "../../mail/markup.ts";

/** Says to somebody that their mail was not taken, and why. Marked as a machine's, so that no machine answers it. */
export function refusalMail({ to, why }: { to: string; why: string }): Mail {
  return {
    to,
    subject: "Your mail was not delivered",
    html: markup`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Your mail was not delivered</title></head><body style="font-family:sans-serif;font-size:16px;line-height:24px"><p>${why}</p></body></html>`
      .html,
    text: why,
    tag: "refusal",
    metadata: {},
    headers: { "Auto-Submitted": "auto-replied" },
  };
}
