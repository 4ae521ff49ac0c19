import { NotBefore, Refused } from "../../conversation/ports.ts";
import type { Log } from "../../log.ts";
import type { Calls } from "./calls.ts";
import { type Channel, enterChannel } from "./channel-lookup.ts";
import type { Health } from "./health.ts";
import type { Identity } from "./identity.ts";
import type { WebApi } from "./web-api.ts";

/** Where new threads go, and who we are there. */
export interface Place extends Identity {
  channel: Channel;
}

export interface WorkspaceOptions {
  api: WebApi;
  calls: Calls;
  identity: () => Promise<Identity>;
  /** The configured channel, by id or #name. */
  channel: string;
  health: Health;
  log: Log;
  now: () => number;
}

export type Workspace = ReturnType<typeof createWorkspace>;

/** The way into the workspace: found in the background and tried for ever, so the product runs while Slack does not. */
export function createWorkspace(options: WorkspaceOptions) {
  const { api, calls, identity, health, log, now } = options;
  let place: Place | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  return {
    /** Throws `NotBefore` or `Refused` while there is no way in. */
    place(): Place {
      if (place) return place;
      const { state, detail } = health.now();
      if (state === "broken") throw new Refused(detail);
      throw new NotBefore(now() + 2_000, "Slack is not connected yet.");
    },

    /** Resolves after the first try, whether or not it succeeded. */
    open: () => open(0),

    stop(): void {
      isStopped = true;
      clearTimeout(timer);
    },
  };

  async function open(failures: number): Promise<void> {
    try {
      const self = await calls.make(identity);
      const channel = await enterChannel(options.channel, { api, calls, botName: self.botName });
      place = { ...self, channel };
      health.on(`Connected to #${channel.name} in ${self.teamName}.`);
    } catch (error) {
      report(error);
      if (!isStopped) timer = setTimeout(() => void open(failures + 1), delayMs(error, failures));
    }
  }

  function report(error: unknown): void {
    log.warn("slack is not connected", { error });
    if (error instanceof Refused) health.broken(error.message);
  }

  function delayMs(error: unknown, failures: number): number {
    if (error instanceof NotBefore) return Math.max(0, error.at - now());
    return Math.min(60_000, 1_000 * 2 ** failures);
  }
}
