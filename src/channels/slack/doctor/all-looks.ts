import { broken, type Found, type Look, off, ok, warn } from "../../../health/check.ts";
import { inTime } from "../../../health/in-time.ts";
import { within } from "../../../health/within.ts";
import type { SlackHealth } from "../workspace/health.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import type { Arrivals } from "./arrivals.ts";
import { lookAtEvents } from "./look-at-events.ts";
import { looksAt } from "./looks.ts";
import type { Traffic } from "./traffic.ts";

export interface AllLooksOptions {
  workspaces: Workspaces;
  /** The workspace of SLACK_BOT_TOKEN has it; the others install the app. */
  botToken: string | undefined;
  isSocketMode: boolean;
  wantedScopes: () => readonly string[];
  publicUrl: string;
  traffic: Traffic;
  arrivals: Arrivals;
  now: () => number;
}

/** Everything that can be looked at in Slack: the whole first, then workspace by workspace. */
export function createAllLooks(options: AllLooksOptions): () => Promise<Look[]> {
  const { workspaces, botToken, isSocketMode, wantedScopes, publicUrl, traffic, arrivals, now } = options;

  return async () => {
    const all = workspaces.all();
    const labels = await Promise.all(all.map((workspace) => labelOf(workspace, all.length)));
    return [
      { name: "Slack", look: async () => foundIn(workspaces.health()) },
      ...all.flatMap((workspace, index) => looksAtOne(workspace, labels[index] ?? "Slack")),
    ];
  };

  function looksAtOne(workspace: Workspace, label: string): Look[] {
    const { token } = workspace.api;
    return [
      ...looksAt({
        ...{ workspace, label, wantedScopes },
        installUrl: token === botToken ? undefined : `${publicUrl}/slack/install`,
        seen: () => traffic.of(token),
      }),
      { name: `${label} posts`, look: async () => lastPost(traffic.of(token).postedAt) },
      lookAtEvents({
        ...{ label, now, startedAt: arrivals.startedAt },
        arrived: async () => arrivals.of(await workspace.team()),
        requestUrl: isSocketMode ? undefined : `${publicUrl}/slack/events`,
      }),
    ];
  }

  function lastPost(at: number | undefined): Found {
    return at === undefined
      ? off("Nothing has been posted since the start.")
      : ok(`The last post went through ${inTime(now() - at)} ago.`);
  }
}

const patienceMs = 1_500;

/** Its name where there are several to tell apart, if Slack says it soon. */
async function labelOf(workspace: Workspace, count: number): Promise<string> {
  if (count === 1) return "Slack";
  const name = within(patienceMs, "", async () => (await workspace.identity()).teamName);
  return `Slack ${await name.catch(() => workspace.team().catch(() => ""))}`.trim();
}

function foundIn({ state, detail }: SlackHealth) {
  switch (state) {
    case "on":
      return ok(detail);
    case "starting":
      return warn(detail);
    case "broken":
      return broken(detail);
  }
}
