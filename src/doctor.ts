import { randomUUID } from "node:crypto";
import { type Config, readConfig } from "./config.ts";
import { ConfigError } from "./environment.ts";
import type { Check, Look } from "./health/check.ts";
import { slackOff } from "./health/checks/slack-off.ts";
import { createDoctor } from "./health/doctor.ts";
import { createLog } from "./log.ts";
import { createSettings } from "./settings/index.ts";
import { openStorage } from "./storage/index.ts";
import { StorageError } from "./storage/storage-error.ts";

/** `npm run doctor`: checks an installation from the outside, and says what to do about what is wrong. */
process.exitCode = await examine();

async function examine(): Promise<number> {
  try {
    const config = readConfig(process.env);
    report({ name: "Configuration", state: "ok", detail: "Every variable can be used." });
    const checks = await checksOf(config);
    checks.forEach(report);
    return checks.some(({ state }) => state === "broken") ? 1 : 0;
  } catch (error) {
    report(refusalOf(error));
    return 1;
  }
}

async function checksOf(config: Config): Promise<Check[]> {
  const now = Date.now;
  const newId = randomUUID;
  const storage = await openStorage({ url: config.databaseUrl, now, newId });
  try {
    const { kind, ping, lanes, sites } = storage;
    const settings = createSettings({ store: storage.settings, now });
    const doctor = createDoctor({
      ...{ config, database: { kind, ping }, lanes, settings, sites, now, newId },
      model: await modelOf(config),
      slack: () => slackLooksOf(config, async () => (await settings.current()).slackChannel),
      isOutside: true,
    });
    return await doctor();
  } finally {
    await storage.close();
  }
}

async function slackLooksOf(
  { slack, publicUrl }: Config,
  chosenChannel: () => Promise<string>,
): Promise<Look[]> {
  if (!slack) return [slackOff];
  const { slackLooks } = await import("./channels/slack/check.ts");
  return slackLooks(slack, { publicUrl, chosenChannel, log: createLog("silent"), now: Date.now });
}

async function modelOf({ gemini }: Config) {
  if (!gemini) return undefined;
  const { createGemini } = await import("./assistant/models/gemini.ts");
  return createGemini(gemini);
}

function report({ name, state, detail }: Check): void {
  const mark = { ok: "✓", off: "–", warn: "!", broken: "✗" }[state];
  process.stdout.write(`${mark} ${name.padEnd(19)} ${detail.replaceAll("\n", `\n${" ".repeat(22)}`)}\n`);
}

/** A bug shows its stack; what an operator can mend is a sentence. */
function refusalOf(error: unknown): Check {
  if (error instanceof ConfigError) return { name: "Configuration", state: "broken", detail: error.message };
  if (error instanceof StorageError) return { name: "Database", state: "broken", detail: error.message };
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { name: "Doctor", state: "broken", detail };
}
