import type { Log } from "../../log.ts";
import { createCalls } from "./calls.ts";
import { createHealth, type SlackHealth } from "./health.ts";
import { createIdentity } from "./identity.ts";
import type { SlackConfig } from "./index.ts";
import { slackLogger } from "./logger.ts";
import { createWebApi } from "./web-api.ts";
import { createWorkspace } from "./workspace.ts";

/** Whether token and channel work, without taking events or posting anything. Joins a public channel, as a start does. */
export async function checkSlack(
  { botToken, apiUrl, channel }: SlackConfig,
  { log, now }: { log: Log; now: () => number },
): Promise<SlackHealth> {
  const api = createWebApi({ botToken, apiUrl, fetch: undefined }, slackLogger(log));
  const health = createHealth(() => {});
  const calls = createCalls({ now });
  const workspace = createWorkspace({ api, calls, identity: createIdentity(api), channel, health, log, now });
  try {
    await workspace.open();
    const found = health.now();
    return found.state === "starting" ? { state: "broken", detail: "Slack does not answer." } : found;
  } finally {
    workspace.stop();
  }
}
