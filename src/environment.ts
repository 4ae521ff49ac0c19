import { z } from "zod";

/** The environment cannot be used as it is; the message says which variable, and where to find its value. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const text = z.string().trim().min(1);
const baseUrl = z.url().transform((url) => (url.endsWith("/") ? url : `${url}/`));
const yes = z.stringbool({ truthy: ["1", "true", "yes", "on"], falsy: ["0", "false", "no", "off"] });

/** design.md §5 of the product: every variable is optional. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: text.optional(),
  PUBLIC_URL: z
    .url()
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  DATA_DIR: text.default("./data"),
  DATABASE_URL: text.optional(),
  REDIS_URL: z.url().optional(),
  APP_SECRET: z.string().min(32).optional(),
  ADMIN_EMAIL: z.email().optional(),
  ADMIN_PASSWORD: z.string().min(10).max(128).optional(),
  SLACK_BOT_TOKEN: text.startsWith("xoxb-").optional(),
  SLACK_SIGNING_SECRET: text.optional(),
  SLACK_CHANNEL: text.optional(),
  SLACK_APP_TOKEN: text.startsWith("xapp-").optional(),
  SLACK_CLIENT_ID: text.optional(),
  SLACK_CLIENT_SECRET: text.optional(),
  GEMINI_API_KEY: text.optional(),
  GEMINI_MODEL: text.default("gemini-3.8-flash"),
  POSTMARK_SERVER_TOKEN: text.optional(),
  POSTMARK_FROM: text.regex(/^[^\r\n]*[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>?$/).optional(),
  POSTMARK_INBOUND_ADDRESS: z.email().optional(),
  POSTMARK_WEBHOOK_PASSWORD: z.string().min(12).optional(),
  TWILIO_ACCOUNT_SID: text.regex(/^AC[0-9a-f]{32}$/i).optional(),
  TWILIO_AUTH_TOKEN: text.optional(),
  TWILIO_FROM: text.regex(/^(\+[1-9]\d{3,14}|MG[0-9a-f]{32})$/i).optional(),
  SLACK_API_URL: baseUrl.optional(),
  GEMINI_API_URL: baseUrl.optional(),
  POSTMARK_API_URL: baseUrl.optional(),
  TWILIO_API_URL: baseUrl.optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  TRUST_PROXY: yes.default(false),
});

export type Env = z.infer<typeof Environment>;

/** What to set and where it is found, for the variables people get wrong. */
export const remedies: Partial<Record<keyof Env, string>> = {
  PORT: "Use a number between 0 and 65535.",
  PUBLIC_URL: "Use the address visitors reach this server at, such as https://chat.example.com.",
  REDIS_URL: "Use redis://host:6379.",
  APP_SECRET: "Use at least 32 random characters, for instance from: openssl rand -hex 32",
  ADMIN_PASSWORD: "Use at least 10 characters.",
  ADMIN_EMAIL: "Use an email address such as ana@example.com.",
  SLACK_BOT_TOKEN:
    "Copy the Bot User OAuth Token (it starts with xoxb-) from your Slack app → OAuth & Permissions.",
  SLACK_APP_TOKEN:
    "Copy an app-level token with connections:write (it starts with xapp-) from your Slack app → Basic Information.",
  SLACK_SIGNING_SECRET: "Copy it from your Slack app → Basic Information.",
  SLACK_CHANNEL: "Set it to the channel for handoffs: #support, or its id from the channel's details.",
  SLACK_CLIENT_ID: "Copy it from your Slack app → Basic Information.",
  SLACK_CLIENT_SECRET: "Copy it from your Slack app → Basic Information.",
  SLACK_API_URL: "Use a whole base URL such as http://127.0.0.1:9000/api/.",
  GEMINI_API_URL: "Use a whole base URL such as http://127.0.0.1:9000/.",
  POSTMARK_SERVER_TOKEN: "Copy it from Postmark → your server → API Tokens.",
  POSTMARK_FROM:
    "Use an address confirmed in Postmark → Sender Signatures, such as Example Support <support@example.com>.",
  POSTMARK_INBOUND_ADDRESS:
    "Copy it from Postmark → your server → Default Inbound Stream → Settings, such as abc123@inbound.postmarkapp.com.",
  POSTMARK_WEBHOOK_PASSWORD:
    "Use at least 12 characters of your own, and the same in the webhooks' addresses in Postmark: https://postmark:PASSWORD@chat.example.com/webhooks/postmark/inbound",
  POSTMARK_API_URL: "Use a whole base URL such as http://127.0.0.1:9000/.",
  TWILIO_ACCOUNT_SID: "Copy the Account SID (it starts with AC) from the Twilio console.",
  TWILIO_AUTH_TOKEN: "Copy the Auth Token from the Twilio console, beside the Account SID.",
  TWILIO_FROM:
    "Use a phone number of the Twilio account such as +14155550123, or a messaging service (it starts with MG).",
  TWILIO_API_URL: "Use a whole base URL such as http://127.0.0.1:9000/.",
  LOG_LEVEL: "Use silent, error, warn, info or debug.",
  TRUST_PROXY: "Use on or off.",
};

/** Throws `ConfigError` that names every variable that is wrong, each with its remedy. */
export function parsed(environment: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const result = Environment.safeParse(set);
  if (result.success) return result.data;

  const wrong = [...new Set(result.error.issues.map(({ path }) => path[0] as keyof Env))];
  throw new ConfigError(
    wrong.map((name) => `${name} is not usable. ${remedies[name] ?? "Look it up in README.md."}`).join("\n"),
  );
}
