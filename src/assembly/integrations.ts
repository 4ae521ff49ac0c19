import type { WatchedModel } from "../assistant/watched.ts";
import type { Slack } from "../channels/slack/options.ts";
import type { Config } from "../config.ts";
import type { Health } from "../http/health.ts";
import type { Mailer } from "../mail/mail.ts";

export interface Connected {
  slack: Slack | undefined;
  model: WatchedModel | undefined;
  mailer: Mailer | undefined;
  config: Pick<Config, "redisUrl" | "twilio">;
}

/** How each service outside is doing, in words: what is connected, or what to set. */
export const integrationsOf = ({ slack, model, mailer, config }: Connected): Record<string, Health> => ({
  slack: slack?.health() ?? {
    state: "off",
    detail:
      "Set SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET and SLACK_CHANNEL, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET.",
  },
  assistant: model?.health() ?? {
    state: "off",
    detail: "No model: the assistant greets and hands off. Set GEMINI_API_KEY.",
  },
  email: mailer?.health() ?? { state: "off", detail: "Set POSTMARK_SERVER_TOKEN and POSTMARK_FROM." },
  sms: config.twilio
    ? { state: "on", detail: `Twilio sends SMS from ${config.twilio.from}.` }
    : { state: "off", detail: "Set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM." },
  redis: config.redisUrl
    ? { state: "on", detail: "Carries news between several nodes." }
    : { state: "off", detail: "Not needed for one node. Set REDIS_URL to run more." },
});
