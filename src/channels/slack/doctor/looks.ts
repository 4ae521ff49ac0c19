import { broken, type Found, type Look, off, ok, warn } from "../../../health/check.ts";
import { inTime } from "../../../health/in-time.ts";
import { enterChannel } from "../workspace/channel-lookup.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Seen } from "./traffic.ts";

export interface LooksOptions {
  workspace: Workspace;
  /** Stands before the names of its looks where there are several workspaces. */
  label: string;
  /** What the manifest asks for. */
  wantedScopes: () => readonly string[];
  /** Where the app is installed anew, if it can be; otherwise that is done in Slack. */
  installUrl: string | undefined;
  seen: () => Seen;
}

/** What can be found out about one workspace by asking Slack. */
export function looksAt(options: LooksOptions): Look[] {
  const { workspace, label, seen } = options;
  let asked: ReturnType<typeof ask> | undefined;
  const who = () => {
    asked ??= ask(workspace);
    return asked;
  };
  const whoOrNobody = () => who().catch(() => undefined);

  return [
    {
      name: `${label} token`,
      async look() {
        const { team, user } = await who();
        return ok(`Connected to ${team ?? "Slack"} as @${user ?? "the app"}.`);
      },
    },
    {
      name: `${label} permissions`,
      async look() {
        const answer = await whoOrNobody();
        return answer ? permissions(answer.response_metadata?.scopes, options) : unknown;
      },
    },
    {
      name: `${label} channel`,
      async look() {
        const answer = await whoOrNobody();
        if (!answer) return unknown;
        const { user = "the app" } = answer;
        const { api, calls, health, usualChannel } = workspace;
        const channel = await enterChannel(await usualChannel(), { api, calls, botName: user });
        const { state, detail } = health.now();
        return state === "broken" ? broken(detail) : ok(`The bot is in #${channel.name}.`);
      },
    },
    {
      name: `${label} clock`,
      async look() {
        await whoOrNobody();
        return clock(seen().skewMs);
      },
    },
  ];
}

/** The reason is said once, by the look at the token. */
const unknown = off("Not known, because Slack did not accept the question who we are.");

const ask = ({ api, calls }: Workspace) => calls.make(() => api.whoAmI());

function permissions(
  granted: string[] | undefined,
  { wantedScopes, installUrl }: Pick<LooksOptions, "wantedScopes" | "installUrl">,
): Found {
  if (!granted) return off("Slack does not say which permissions the app has.");
  const wanted = wantedScopes();
  const missing = wanted.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return ok(`All ${wanted.length} are granted.`);
  const again = installUrl
    ? `install the app again at ${installUrl}`
    : "choose Install App → Reinstall to Workspace";
  const remedy = `In your Slack app, replace the App Manifest by manifest.yml and save, then ${again}.`;
  return missing.every((scope) => scope === forOneAgent)
    ? warn(
        `Missing: ${forOneAgent}. Without it somebody who works in Slack and in the inbox is two agents, unless they sign in to the inbox with Slack. ${remedy}`,
      )
    : broken(`Missing: ${missing.join(", ")}. ${remedy}`);
}

/** By it we learn whose address somebody in Slack has; everything else works without. */
const forOneAgent = "users:read.email";

/** Slack's signatures hold for five minutes. */
const brokenSkewMs = 300_000;
const warnSkewMs = 30_000;

function clock(skewMs: number | undefined): Found {
  if (skewMs === undefined) return off("Slack does not say what time it is.");
  const apart = Math.abs(skewMs);
  if (apart <= warnSkewMs) return ok("This machine and Slack agree on the time.");
  const words = `This machine's clock is ${inTime(apart)} ${skewMs > 0 ? "behind" : "ahead of"} Slack's.`;
  return apart > brokenSkewMs
    ? broken(
        `${words} Nothing Slack sends is accepted beyond 5 minutes. Switch on time synchronisation (NTP).`,
      )
    : warn(
        `${words} Beyond 5 minutes nothing Slack sends is accepted. Switch on time synchronisation (NTP).`,
      );
}
