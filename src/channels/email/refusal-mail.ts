import { letter } from "../../mail/letter.ts";
import type { Mail } from "../../mail/mail.ts";

/** Says to somebody that their mail was not taken, and why. Marked as a machine's, so that no machine answers it. */
export const refusalMail = ({ to, why }: { to: string; why: string }): Mail => ({
  ...letter({ to, title: "Your mail was not delivered", paragraphs: [why], tag: "refusal" }),
  headers: { "Auto-Submitted": "auto-replied" },
});
