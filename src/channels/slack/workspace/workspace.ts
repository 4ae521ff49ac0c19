import type { Log } from "../../../log.ts";
import { createPoster } from "../posts/poster.ts";
import { createReadBack } from "../posts/read-back.ts";
import { createCalls } from "./calls.ts";
import { createDirectory } from "./directory.ts";
import { createDoor, type Door, type Place } from "./door.ts";
import { createHealth } from "./health.ts";
import { createIdentity } from "./identity.ts";
import type { createWebApi } from "./web-api.ts";
import { createWhispers } from "./whispers.ts";

export interface WorkspaceOptions {
  api: ReturnType<typeof createWebApi>;
  /** The channel by id or #name where conversations go that no rule sends elsewhere. */
  usualChannel: () => Promise<string>;
  log: Log;
  now: () => number;
  /** Between two posts to a channel. */
  intervalMs: number;
  /** Slack takes our posts again, after it did not. */
  recovered: () => void;
}

export type Workspace = ReturnType<typeof createWorkspace>;

/** One Slack workspace: who we are in it, the way into its channels, and everything one can do there. */
export function createWorkspace(options: WorkspaceOptions) {
  const { api, usualChannel, log, now, intervalMs, recovered } = options;
  const health = createHealth(recovered);
  const calls = createCalls({ now });
  const identity = createIdentity(api);
  const doors = new Map<string, Door>();

  const doorTo = (channel: string): Door => {
    const door = doors.get(channel) ?? createDoor({ api, calls, identity, channel, health, log, now });
    doors.set(channel, door);
    return door;
  };
  const doorBehind = (channelId: string) => [...doors.values()].find((door) => door.leadsTo(channelId));
  const poster = createPoster({ api, calls, doorBehind, now, intervalMs });

  return {
    api,
    calls,
    identity,
    health,
    poster,
    readBack: createReadBack({ api, calls }),
    directory: createDirectory({ api, log }),
    whisper: createWhispers({ api, log }),

    /** Throws `NotBefore` or `Refused` while there is no way into the channel. */
    async place(channel?: string): Promise<Place> {
      return doorTo(channel || (await usualChannel())).place();
    },

    /** Resolves after the first try to find the usual channel, whether or not it succeeded. */
    async open(): Promise<void> {
      await doorTo(await usualChannel()).open();
    },

    stop(): void {
      for (const door of doors.values()) door.stop();
      poster.stop();
    },
  };
}
