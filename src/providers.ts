import type { Model } from "./assistant/model.ts";
import type { Config } from "./config.ts";
import { createLive, type Live } from "./live.ts";
import type { Log } from "./log.ts";
import type { Mailer } from "./mail/mail.ts";

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
