import type { Mail } from "../../mail/mail.ts";
import { markup } from "../../mail/markup.ts";

/** A mail with which an admin tries the way out. */
export function testMail({ to, by, publicUrl }: { to: string; by: string; publicUrl: string }): Mail {
  const words = `${by} sent this to see whether mails from Live Handoff arrive. They do.`;
  const inbox = `${publicUrl}/inbox`;
  return {
    to,
    subject: "Live Handoff: a test",
    html: markup`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>A test</title></head><body style="font-family:sans-serif;font-size:16px;line-height:24px"><p>${words}</p><p><a href="${inbox}">Open the inbox</a></p></body></html>`
      .html,
    text: `${words}\n\nOpen the inbox: ${inbox}`,
    tag: "test",
    metadata: {},
  };
}
