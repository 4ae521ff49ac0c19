import type { Router } from "express";
import type { Model } from "./assistant/model.ts";
import type { Config } from "./config.ts";
import { createLive, type Live } from "./live.ts";
import type { Log } from "./log.ts";
import type { Mailer } from "./mail/mail.ts";
import type { Carrier } from "./notifications/carrier.ts";
import type { Notices } from "./notifications/notice.ts";
import type { SettingsDesk } from "./settings/index.ts";

/** The services outside, loaded only where the configuration names them. */

export async function createModel({ gemini }: Config): Promise<Model | undefined> {
  if (!gemini) return undefined;
  const { createGemini } = await import("./assistant/models/gemini.ts");
  return createGemini(gemini);
}

export async function createMail({ postmark }: Config, log: Log): Promise<Mailer | undefined> {
  if (!postmark) return undefined;
  const { createMailer } = await import("./mail/index.ts");
  return createMailer({ ...postmark, log });
}

export async function createBus({ redisUrl }: Config, log: Log): Promise<Live> {
  const live = createLive();
  if (!redisUrl) return live;
  const { overRedis } = await import("./live-over-redis.ts");
  return overRedis(live, { url: redisUrl, log });
}

interface CarrierOptions {
  config: Config;
  mailer: Mailer | undefined;
  notices: Notices;
  settings: SettingsDesk;
  /** Counts what came in under a provider's name and was not from them. */
  refused: (service: string) => void;
}

/** The ways of telling the team that somebody waits, and where the providers say what became of it. */
export async function createCarriers({ config, mailer, notices, settings, refused }: CarrierOptions) {
  const { publicUrl, postmark, twilio } = config;
  const carriers: Carrier[] = [];
  const routers: Router[] = [];
  if (mailer) {
    const { createEmail } = await import("./channels/email/index.ts");
    const { carrier, router } = createEmail({
      ...{ mailer, notices, settings, publicUrl, webhookPassword: postmark?.webhookPassword },
      refused: () => refused("postmark"),
    });
    carriers.push(carrier);
    if (router) routers.push(router);
  }
  if (twilio) {
    const { createSms } = await import("./channels/sms/index.ts");
    const { carrier, router } = createSms({
      ...{ config: twilio, notices, publicUrl },
      refused: () => refused("twilio"),
    });
    carriers.push(carrier);
    routers.push(router);
  }
  return { carriers, routers };
}
