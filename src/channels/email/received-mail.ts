import { z } from "zod";

const Header = z.object({ Name: z.string(), Value: z.string() });

/** What Postmark posts for a mail that came in: developer/webhooks/inbound-webhook. */
export const ReceivedMail = z.object({
  MessageID: z.string().min(1).max(200),
  FromFull: z.object({ Email: z.string().max(320), Name: z.string().max(500).catch("") }),
  /** What stood behind the plus in the address it was sent to. */
  MailboxHash: z.string().max(200).catch(""),
  ToFull: z.array(z.object({ MailboxHash: z.string().max(200).catch("") })).catch([]),
  TextBody: z.string().catch(""),
  /** Without what is quoted; empty where Postmark could not tell. */
  StrippedTextReply: z.string().catch(""),
  Headers: z.array(Header).catch([]),
  Attachments: z
    .array(z.object({ Name: z.string(), Content: z.string(), ContentType: z.string().catch("") }))
    .catch([]),
});
export type ReceivedMail = z.infer<typeof ReceivedMail>;

/** Written by a machine: an out-of-office note, a bounce, a mailing list. Answering it would never end. */
export function isAutomatic({ Headers, FromFull }: ReceivedMail): boolean {
  const header = (name: string) =>
    Headers.find(({ Name }) => Name.toLowerCase() === name)
      ?.Value.trim()
      .toLowerCase();
  const submitted = header("auto-submitted");
  return (
    (submitted !== undefined && submitted !== "no") ||
    /^(bulk|junk|list|auto_reply)$/.test(header("precedence") ?? "") ||
    header("x-autoreply") !== undefined ||
    header("x-autorespond") !== undefined ||
    header("list-id") !== undefined ||
    header("return-path") === "<>" ||
    /^(mailer-daemon|postmaster|no-?reply)@/i.test(FromFull.Email)
  );
}

/** The tokens it may have been sent to, as they are kept: mail programs write addresses in any case. */
export const tokensOf = ({ MailboxHash, ToFull }: ReceivedMail): string[] =>
  [MailboxHash, ...ToFull.map((to) => to.MailboxHash)].map((hash) => hash.toLowerCase()).filter(Boolean);
