import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import { fromManifest } from "../slack-simulator/from-manifest.ts";
import { startSlackSimulator } from "../slack-simulator/index.ts";

/** The product with a Slack workspace on this machine: nothing to sign up for, nothing left behind. */
const port = Number(process.env.PORT ?? 3000);
const admin = { email: "admin@example.com", password: "demo-password" };
const dataDir = mkdtempSync(join(tmpdir(), "handoff-demo-"));

const slack = await startSlackSimulator({
  port: Number(process.env.SLACK_PORT ?? 3001),
  eventsUrl: `http://127.0.0.1:${port}/slack/events`,
  ...fromManifest(fileURLToPath(new URL("../../manifest.yml", import.meta.url))),
}).catch(unusable);

const config = readConfig({
  PORT: String(port),
  DATA_DIR: dataDir,
  ADMIN_EMAIL: admin.email,
  ADMIN_PASSWORD: admin.password,
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_SIGNING_SECRET: slack.signingSecret,
  SLACK_CHANNEL: "#support",
  SLACK_CLIENT_ID: slack.clientId,
  SLACK_CLIENT_SECRET: slack.clientSecret,
  SLACK_API_URL: slack.apiUrl,
  GEMINI_API_KEY: process.env.GEMINI_API_KEY,
  LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
});
const app = await createApp({ config, log: createLog(config.logLevel), now: Date.now, newId: randomUUID });
await app.start().catch(unusable);
await app.team.setupLink();

process.stdout.write(`
  Live Handoff, with a Slack workspace of its own to try it in.

  1. Visitor   ${config.publicUrl}/            open the chat and write “Talk to a human”
  2. “Slack”   ${slack.pageUrl}          open the thread in #support and answer; /handoff has the settings
  3. Inbox     ${config.publicUrl}/inbox       ${admin.email} · ${admin.password}

  Everything is forgotten when you stop it (Ctrl+C).

`);

async function stop(): Promise<void> {
  await app.stop();
  await slack.stop();
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(0);
}
process.once("SIGINT", stop);
process.once("SIGTERM", stop);

function unusable(error: unknown): never {
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  process.stderr.write(
    taken
      ? `Port ${port} or ${process.env.SLACK_PORT ?? 3001} is taken. Set PORT and SLACK_PORT to free ones.\n`
      : `${error}\n`,
  );
  process.exit(1);
}
