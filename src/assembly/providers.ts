import type { Router } from "express";
import { type WatchedModel, watched } from "../assistant/watched.ts";
import type { EmailOptions } from "../channels/email/index.ts";
import type { SmsOptions } from "../channels/sms/index.ts";
import type { Config } from "../config.ts";
import type { Listener } from "../conversation/listener.ts";
import { createLive, type Live } from "../live.ts";
import type { Log } from "../log.ts";
import type { Mailer } from "../mail/mail.ts";
import type { Carrier } from "../notifications/carrier.ts";

/** The services outside, loaded only where the configuration names them. */

export async function createModel({ gemini }: Config): Promise<WatchedModel | undefined> {
  if (!gemini) return undefined;
  const { createGemini } = await import("../assistant/models/gemini.ts");
  return watched(createGemini(gemini));
}

export async function createMail({ postmark }: Config, log: Log): Promise<Mailer | undefined> {
  if (!postmark) return undefined;
  const { createMailer } = await import("../mail/index.ts");
  return createMailer({ ...postmark, log });
}

export async function createBus({ redisUrl }: Config, log: Log): Promise<Live> {
  const live = createLive();
  if (!redisUrl) return live;
  const { overRedis } = await import("../live-over-redis.ts");
  return overRedis(live, { url: redisUrl, log });
}

export interface ProviderOptions
  extends Omit<EmailOptions, "mailer" | "webhookPassword" | "inboundAddress" | "refused">,
    Pick<SmsOptions, "phones"> {
  conversations: EmailOptions["conversations"] & SmsOptions["conversations"];
  config: Config;
  mailer: Mailer | undefined;
  /** Counts what came in under a provider's name and was not from them. */
  refused: (service: string) => void;
}

export interface Outside {
  /** The ways of telling the team that somebody waits. */
  carriers: Carrier[];
  listeners: Listener[];
  /** Where the providers bring what people answer, and what became of what we sent. */
  routers: Router[];
}

/** Email and SMS, as far as they are configured. */
export async function createOutside({
  config,
  mailer,
  refused,
  ...options
}: ProviderOptions): Promise<Outside> {
  const { postmark, twilio } = config;
  const outside: Outside = { carriers: [], listeners: [], routers: [] };
  if (mailer) {
    const { createEmail } = await import("../channels/email/index.ts");
    const { carrier, listener, router } = createEmail({
      ...{ ...options, mailer, webhookPassword: postmark?.webhookPassword },
      inboundAddress: postmark?.webhookPassword && postmark.inboundAddress,
      refused: () => refused("postmark"),
    });
    outside.carriers.push(carrier);
    outside.listeners.push(listener);
    outside.routers.push(router);
  }
  if (twilio) {
    const { createSms } = await import("../channels/sms/index.ts");
    const { carrier, listener, router } = createSms({
      ...{ ...options, config: twilio, hasEmail: mailer !== undefined },
      refused: () => refused("twilio"),
    });
    outside.carriers.push(carrier);
    outside.listeners.push(listener);
    outside.routers.push(router);
  }
  return outside;
}
