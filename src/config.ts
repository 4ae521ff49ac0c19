import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
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
  SLACK_API_URL: baseUrl.optional(),
  GEMINI_API_URL: baseUrl.optional(),
  POSTMARK_API_URL: baseUrl.optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  TRUST_PROXY: yes.default(false),
});

export interface SlackConfig {
  botToken?: string | undefined;
  channel?: string | undefined;
  signingSecret?: string | undefined;
  /** Socket Mode instead of HTTP. */
  appToken?: string | undefined;
  /** Lets further workspaces install the app. */
  oauth?: { clientId: string; clientSecret: string } | undefined;
  apiUrl?: string | undefined;
}

export interface Config {
  port: number;
  host: string | undefined;
  publicUrl: string;
  dataDir: string;
  databaseUrl: string;
  redisUrl: string | undefined;
  secret: string;
  firstAdmin: { email: string; password: string } | undefined;
  slack: SlackConfig | undefined;
  gemini: { apiKey: string; model: string; apiUrl: string | undefined } | undefined;
  postmark: { token: string; from: string; apiUrl: string | undefined } | undefined;
  logLevel: string;
  trustProxy: boolean;
}

export function readConfig(environment: Record<string, string | undefined>): Config {
  const env = parsed(environment);
  const dataDir = resolve(env.DATA_DIR);

  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    dataDir,
    databaseUrl: env.DATABASE_URL ?? `file:${join(dataDir, "handoff.db")}`,
    redisUrl: env.REDIS_URL,
    secret: env.APP_SECRET ?? keptSecret(dataDir),
    firstAdmin: firstAdminOf(env),
    slack: slackOf(env),
    gemini: env.GEMINI_API_KEY
      ? { apiKey: env.GEMINI_API_KEY, model: env.GEMINI_MODEL, apiUrl: env.GEMINI_API_URL }
      : undefined,
    postmark: postmarkOf(env),
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
  };
}

type Env = z.infer<typeof Environment>;

/** What to set and where it is found, for the variables people get wrong. */
const remedies: Partial<Record<keyof Env, string>> = {
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
  POSTMARK_API_URL: "Use a whole base URL such as http://127.0.0.1:9000/.",
  LOG_LEVEL: "Use silent, error, warn, info or debug.",
  TRUST_PROXY: "Use on or off.",
};

function parsed(environment: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const result = Environment.safeParse(set);
  if (result.success) return result.data;

  const wrong = [...new Set(result.error.issues.map(({ path }) => path[0] as keyof Env))];
  throw new ConfigError(
    wrong.map((name) => `${name} is not usable. ${remedies[name] ?? "Look it up in README.md."}`).join("\n"),
  );
}

/** With a bot token for one workspace, with a client id and secret for those that install the app, or with both. */
function slackOf(env: Env): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_CHANNEL, SLACK_APP_TOKEN } = env;
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = env;
  const byToken = SLACK_BOT_TOKEN || SLACK_SIGNING_SECRET || SLACK_CHANNEL || SLACK_APP_TOKEN;
  const byOauth = clientId || clientSecret;
  if (!byToken && !byOauth) return undefined;

  const needed: SlackVariable[] = [
    ...(SLACK_BOT_TOKEN || !byOauth ? (["SLACK_BOT_TOKEN", "SLACK_CHANNEL"] as const) : []),
    ...(byOauth ? (["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"] as const) : []),
    ...(SLACK_APP_TOKEN ? [] : (["SLACK_SIGNING_SECRET"] as const)),
  ];
  const missing = needed.filter((name) => !env[name]);
  if (missing.length > 0)
    throw new ConfigError(
      ["Slack is only half set up.", ...missing.map((name) => `${name} is missing. ${remedies[name]}`)].join(
        "\n",
      ),
    );

  return {
    botToken: SLACK_BOT_TOKEN,
    channel: SLACK_CHANNEL,
    signingSecret: SLACK_SIGNING_SECRET,
    appToken: SLACK_APP_TOKEN,
    oauth: clientId && clientSecret ? { clientId, clientSecret } : undefined,
    apiUrl: env.SLACK_API_URL,
  };
}

type SlackVariable = keyof Env & `SLACK_${string}`;

function postmarkOf({ POSTMARK_SERVER_TOKEN: token, POSTMARK_FROM: from, POSTMARK_API_URL: apiUrl }: Env) {
  if (!token && !from) return undefined;
  if (!token) throw new ConfigError(`POSTMARK_SERVER_TOKEN is missing. ${remedies.POSTMARK_SERVER_TOKEN}`);
  if (!from) throw new ConfigError(`POSTMARK_FROM is missing. ${remedies.POSTMARK_FROM}`);
  return { token, from, apiUrl };
}

function firstAdminOf({ ADMIN_EMAIL, ADMIN_PASSWORD }: Env): Config["firstAdmin"] {
  if (!ADMIN_EMAIL && !ADMIN_PASSWORD) return undefined;
  if (!ADMIN_EMAIL)
    throw new ConfigError("ADMIN_EMAIL is missing. Set it beside ADMIN_PASSWORD, or unset both.");
  if (!ADMIN_PASSWORD)
    throw new ConfigError("ADMIN_PASSWORD is missing. Set it beside ADMIN_EMAIL, or unset both.");
  return { email: ADMIN_EMAIL, password: ADMIN_PASSWORD };
}

/** Made on the first start and kept beside the data, readable by this user alone. */
function keptSecret(dataDir: string): string {
  const path = join(dataDir, "secret");
  try {
    if (existsSync(path)) return readFileSync(path, "utf8").trim();
    mkdirSync(dataDir, { recursive: true });
    const secret = randomBytes(32).toString("hex");
    writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: "wx" });
    return secret;
  } catch (error) {
    throw new ConfigError(
      `The data folder ${dataDir} cannot be written to (${error instanceof Error ? error.message : error}). Give this user the right to write there, or set DATA_DIR to another folder.`,
    );
  }
}
