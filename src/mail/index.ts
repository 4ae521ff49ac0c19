import { setTimeout as pause } from "node:timers/promises";
import { type Message, Models, ServerClient } from "postmark";
import type { Log } from "../log.ts";
import { type Mail, MailError, type Mailer } from "./mail.ts";
import { troubleOf } from "./trouble.ts";

export interface MailerOptions {
  token: string;
  /** `support@example.com`, or `Example Support <support@example.com>`. */
  from: string;
  /** A whole base URL; Postmark's own when left out. */
  apiUrl?: string | undefined;
  log: Log;
  /** Before each further try, in milliseconds. */
  retryDelaysMs?: number[] | undefined;
}

/** In bytes, for each form of a mail's text (Postmark, email API). */
const maxBodySize = 5_000_000;

/** Sends mail through Postmark, without counting who opens it. */
export function createMailer(options: MailerOptions): Mailer {
  const { token, from, apiUrl, log, retryDelaysMs = [1_000, 4_000] } = options;
  const client = new ServerClient(token, { timeout: 20, ...hostOf(apiUrl) });
  const isWell = { state: "on", detail: `Postmark sends mail as ${from}.` } as const;
  let health: ReturnType<Mailer["health"]> = isWell;

  return {
    async send(mail) {
      if (Math.max(Buffer.byteLength(mail.html), Buffer.byteLength(mail.text)) > maxBodySize)
        throw new MailError("This is too long for one mail. Export the conversation from the inbox instead.");
      const id = await tried(mail, retryDelaysMs);
      health = isWell;
      return id;
    },

    health: () => health,
  };

  async function tried(mail: Mail, [delayMs, ...later]: number[]): Promise<string> {
    try {
      return (await client.sendEmail(asPostmarkWants(mail, from))).MessageID;
    } catch (error) {
      const { words, isPassing, isBroken, isUnanswered, isRecipientGone } = troubleOf(error, mail.to);
      log.warn("a mail was not sent", { tag: mail.tag, ...mail.metadata, error });
      if (isBroken) health = { state: "broken", detail: words };
      if (!isPassing || delayMs === undefined)
        throw new MailError(words, { isPassing: isPassing || isUnanswered, isRecipientGone });
      await pause(delayMs);
      return tried(mail, later);
    }
  }
}

function asPostmarkWants(
  { to, subject, html, text, tag, metadata, replyTo, headers = {} }: Mail,
  from: string,
): Message {
  return {
    From: from,
    To: to,
    Subject: subject,
    HtmlBody: html,
    TextBody: text,
    MessageStream: "outbound",
    Tag: tag,
    Metadata: metadata,
    ...(replyTo && { ReplyTo: replyTo }),
    ...(Object.keys(headers).length > 0 && {
      Headers: Object.entries(headers).map(([Name, Value]) => ({ Name, Value })),
    }),
    TrackOpens: false,
    TrackLinks: Models.LinkTrackingOptions.None,
  };
}

function hostOf(apiUrl: string | undefined): { useHttps?: boolean; requestHost?: string } {
  if (!apiUrl) return {};
  const { protocol, host, pathname } = new URL(apiUrl);
  return { useHttps: protocol === "https:", requestHost: `${host}${pathname.replace(/\/+$/, "")}` };
}
