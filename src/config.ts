import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ConfigError, type Env, parsed, remedies } from "./environment.ts";

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

export interface PostmarkConfig {
  token: string;
  from: string;
  apiUrl?: string | undefined;
  /** Where answers to our mails arrive. */
  inboundAddress?: string | undefined;
  /** What Postmark shows when it calls us. */
  webhookPassword?: string | undefined;
}

export interface TwilioConfig {
  accountSid: string;
  authToken: string;
  /** A number of the account, or a messaging service (`MG…`). */
  from: string;
  /** A whole base URL; Twilio's own when left out. */
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
  postmark: PostmarkConfig | undefined;
  twilio: TwilioConfig | undefined;
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
    twilio: twilioOf(env),
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
  };
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

function postmarkOf(env: Env): PostmarkConfig | undefined {
  const { POSTMARK_SERVER_TOKEN: token, POSTMARK_FROM: from, POSTMARK_API_URL: apiUrl } = env;
  if (!token && !from) return undefined;
  if (!token) throw new ConfigError(`POSTMARK_SERVER_TOKEN is missing. ${remedies.POSTMARK_SERVER_TOKEN}`);
  if (!from) throw new ConfigError(`POSTMARK_FROM is missing. ${remedies.POSTMARK_FROM}`);
  const { POSTMARK_INBOUND_ADDRESS: inboundAddress, POSTMARK_WEBHOOK_PASSWORD: webhookPassword } = env;
  return { token, from, apiUrl, inboundAddress, webhookPassword };
}

function twilioOf(env: Env): TwilioConfig | undefined {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_FROM: from } = env;
  if (!accountSid && !authToken && !from) return undefined;
  if (accountSid && authToken && from) return { accountSid, authToken, from, apiUrl: env.TWILIO_API_URL };

  const missing = (["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM"] as const).filter(
    (name) => !env[name],
  );
  throw new ConfigError(missing.map((name) => `${name} is missing. ${remedies[name]}`).join("\n"));
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
