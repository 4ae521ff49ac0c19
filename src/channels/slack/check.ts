import type { Log } from "../../log.ts";
import type { SlackConfig } from "./index.ts";
import { slackLogger } from "./logger.ts";
import { createCalls } from "./workspace/calls.ts";
import { createHealth, type SlackHealth } from "./workspace/health.ts";
import { createIdentity } from "./workspace/identity.ts";
import { createWebApi } from "./workspace/web-api.ts";
import { createWorkspace } from "./workspace/workspace.ts";

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
