import type { Log } from "../../log.ts";
import type { SlackConfig } from "./index.ts";
import { slackLogger } from "./logger.ts";
import type { SlackHealth } from "./workspace/health.ts";
import { createWebApi } from "./workspace/web-api.ts";
import { createWorkspace } from "./workspace/workspace.ts";

/** Whether token and channel work, without taking events or posting anything. Joins a public channel, as a start does. */
export async function checkSlack(
  { botToken, apiUrl, channel = "" }: SlackConfig,
  { log, now }: { log: Log; now: () => number },
): Promise<SlackHealth> {
  if (!botToken)
    return {
      state: "starting",
      detail: "No SLACK_BOT_TOKEN: the workspaces that installed the app are on the settings page.",
    };
  const workspace = createWorkspace({
    api: createWebApi({ botToken, apiUrl, fetch: undefined }, slackLogger(log)),
    usualChannel: async () => channel,
    ...{ log, now, intervalMs: 1_000, recovered: () => {} },
  });
  try {
    await workspace.open();
    const found = workspace.health.now();
    return found.state === "starting" ? { state: "broken", detail: "Slack does not answer." } : found;
  } finally {
    workspace.stop();
  }
}
