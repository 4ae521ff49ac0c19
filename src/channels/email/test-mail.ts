import { letter } from "../../mail/letter.ts";
import type { Mail } from "../../mail/mail.ts";

/** A mail with which an admin tries the way out. */
export const testMail = ({ to, by, publicUrl }: { to: string; by: string; publicUrl: string }): Mail =>
  letter({
    to,
    title: "Live Handoff: a test",
    paragraphs: [`${by} sent this to see whether mails from Live Handoff arrive. They do.`],
    link: { url: `${publicUrl}/inbox`, label: "Open the inbox" },
    foot: "Nobody waits: this is only a test.",
    tag: "test",
  });
