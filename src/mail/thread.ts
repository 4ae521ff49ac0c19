import type { MailAddress } from "./addresses.ts";
import type { Mail } from "./mail.ts";

export interface MailThread {
  address: MailAddress;
  /** Ours, unique for ever: `<id@example.com>`. */
  messageId: string;
  /** Where Postmark takes answers: `abc@inbound.postmarkapp.com`; none, and answers go to the sender. */
  inboundAddress: string | undefined;
}

/** Puts a mail into the thread that its reader has with us, and leads their answer back into the conversation. */
export function inThread(mail: Mail, { address, messageId, inboundAddress }: MailThread): Mail {
  const before = address.messageIds;
  const last = before.at(-1);
  return {
    ...mail,
    replyTo: inboundAddress && answersTo(inboundAddress, address.token),
    headers: {
      ...mail.headers,
      "Message-ID": messageId,
      // Else Postmark puts an id of its own in its place: support/article/1276.
      "X-PM-KeepID": "true",
      ...(last && { "In-Reply-To": last, References: before.join(" ") }),
    },
  };
}

/** `abc+TOKEN@inbound.postmarkapp.com`: what stands behind the plus comes back as `MailboxHash`. */
export function answersTo(inboundAddress: string, token: string): string {
  const at = inboundAddress.lastIndexOf("@");
  return `${inboundAddress.slice(0, at)}+${token}${inboundAddress.slice(at)}`;
}
