import { type Look, off } from "../../health/check.ts";
import type { Log } from "../../log.ts";
import { looksAt } from "./doctor/looks.ts";
import { createTraffic } from "./doctor/traffic.ts";
import { manifestScopes } from "./install/scopes.ts";
import { slackLogger } from "./logger.ts";
import type { SlackConfig } from "./options.ts";
import { createWebApi } from "./workspace/web-api.ts";
import { createWorkspace } from "./workspace/workspace.ts";

export interface CheckOptions {
  publicUrl: string;
  /** The channel of the settings, which comes before that of the configuration. */
  chosenChannel: () => Promise<string>;
  log: Log;
  now: () => number;
}

/** What can be looked at without taking events or posting anything. Joins a public channel, as a start does. */
export function slackLooks(
  { botToken, apiUrl, channel = "" }: SlackConfig,
  { publicUrl, chosenChannel, log, now }: CheckOptions,
): Look[] {
  if (!botToken)
    return [
      {
        name: "Slack",
        look: async () => off("The workspaces that installed the app are looked at under Settings → Health."),
      },
    ];
  const traffic = createTraffic({ now });
  const workspace = createWorkspace({
    api: createWebApi({ botToken, apiUrl, fetch: traffic.fetch }, slackLogger(log)),
    usualChannel: async () => (await chosenChannel()) || channel,
    ...{ log, now, intervalMs: 1_000, recovered: () => {} },
  });
  return looksAt({
    ...{ workspace, label: "Slack", installUrl: undefined },
    wantedScopes: () => manifestScopes(publicUrl),
    seen: () => traffic.of(botToken),
  });
}
