import { randomUUID } from "node:crypto";
import { type Config, ConfigError, readConfig } from "./config.ts";
import type { Health } from "./http/health.ts";
import { createLog } from "./log.ts";
import { openStorage } from "./storage/index.ts";

/** `npm run doctor`: checks an installation from the outside, and says what to do about what is wrong. */
const log = createLog("silent");

process.exitCode = await examine();

async function examine(): Promise<number> {
  let config: Config;
  try {
    config = readConfig(process.env);
  } catch (error) {
    report("Configuration", { state: "broken", detail: wordsOf(error) });
    return 1;
  }
  report("Configuration", { state: "on", detail: "every variable can be used" });

  const checks: [string, Promise<Health>][] = [
    ["Database", database(config)],
    ["Server", server(config)],
    ["Slack", slack(config)],
    ["Assistant", assistant(config)],
  ];
  let broken = 0;
  for (const [name, check] of checks) {
    const health = await check.catch((error): Health => ({ state: "broken", detail: wordsOf(error) }));
    report(name, health);
    if (health.state === "broken") broken += 1;
  }
  return broken > 0 ? 1 : 0;
}

async function database({ databaseUrl }: Config): Promise<Health> {
  const storage = await openStorage({ url: databaseUrl, now: Date.now, newId: randomUUID });
  const { kind } = storage;
  await storage.close();
  return { state: "on", detail: `${kind === "sqlite" ? "SQLite" : "PostgreSQL"} answers and is up to date` };
}

async function server({ publicUrl }: Config): Promise<Health> {
  const response = await fetch(`${publicUrl}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(
    () => undefined,
  );
  if (!response) return { state: "off", detail: `Nothing answers at ${publicUrl}. Start it: npm start` };
  if (!response.ok) return { state: "broken", detail: `${publicUrl}/readyz answers ${response.status}.` };
  return { state: "on", detail: `ready at ${publicUrl}` };
}

async function slack(config: Config): Promise<Health> {
  if (!config.slack)
    return { state: "off", detail: "Set SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET and SLACK_CHANNEL." };
  const { checkSlack } = await import("./channels/slack/check.ts");
  return checkSlack(config.slack, { log, now: Date.now });
}

async function assistant({ gemini }: Config): Promise<Health> {
  if (!gemini)
    return { state: "off", detail: "No model: the assistant greets and hands off. Set GEMINI_API_KEY." };
  const { createGemini } = await import("./assistant/models/gemini.ts");
  const model = createGemini(gemini);
  const turns = [{ from: "visitor" as const, text: "Are you there?" }];
  await model.reply({ instructions: "Answer with one word.", turns, timeoutMs: 10_000 });
  return { state: "on", detail: `${model.name} answers` };
}

function report(name: string, { state, detail }: Health): void {
  const mark = { on: "✓", off: "–", starting: "…", broken: "✗" }[state];
  process.stdout.write(`${mark} ${name.padEnd(14)} ${detail.replaceAll("\n", `\n${" ".repeat(17)}`)}\n`);
}

/** A bug shows its stack; what an operator can mend is a sentence. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof ConfigError || error.name !== "Error"
    ? error.message
    : (error.stack ?? error.message);
}
