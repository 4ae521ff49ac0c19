import type { Identities } from "../../../conversation/identities.ts";
import type { Log } from "../../../log.ts";
import { createPoster } from "../posts/poster.ts";
import { createReadBack } from "../posts/read-back.ts";
import { createAlarm } from "./alarm.ts";
import { createAttempt } from "./attempt.ts";
import { createCalls } from "./calls.ts";
import { createDirectory } from "./directory.ts";
import { createDoors } from "./doors.ts";
import { createIdentity } from "./identity.ts";
import type { createWebApi } from "./web-api.ts";
import { createWhispers } from "./whispers.ts";

export interface WorkspaceOptions {
  api: ReturnType<typeof createWebApi>;
  /** Its id, where it is known without asking Slack. */
  team?: string | undefined;
  /** The channel by id or #name where conversations go that no rule sends elsewhere; empty when nobody chose one. */
  usualChannel: () => Promise<string>;
  /** The Slack ids of those who are told when something breaks. */
  admins?: (() => Promise<string[]>) | undefined;
  /** Who of its people are members of the team; nobody when left out. */
  identities?: Identities | undefined;
  log: Log;
  now: () => number;
  /** Between two posts to a channel. */
  intervalMs: number;
  /** Slack takes our posts again, after it did not. */
  recovered: () => void;
}

export type Workspace = ReturnType<typeof createWorkspace>;

/** One Slack workspace: who we are in it, the ways into its channels, and everything one can do there. */
export function createWorkspace(options: WorkspaceOptions) {
  const { api, usualChannel, admins = async () => [], log, now, intervalMs, recovered } = options;
  const calls = createCalls({ now });
  const identity = createIdentity(api, calls);
  const alarm = createAlarm({ api, admins, log, now });
  const doors = createDoors({
    ...{ api, calls, identity, log, now },
    broke: alarm.broke,
    recovered() {
      alarm.works();
      recovered();
    },
  });
  const attempt = createAttempt({ api, calls, identity, log, now });
  const team = async (): Promise<string> => options.team ?? (await identity()).teamId;
  const poster = createPoster({ api, calls, doorBehind: doors.behind, now, intervalMs });

  return {
    api,
    calls,
    identity,
    team,
    doors,
    poster,
    readBack: createReadBack({ api, calls }),
    directory: createDirectory({ api, log, team, identities: options.identities }),
    whisper: createWhispers({ api, log }),
    usualChannel,

    health: { now: doors.health },

    /** Throws `NotBefore` or `Refused` while there is no way into the channel. */
    async place(channel?: string) {
      return doors.to(channel || (await usualChannel())).place();
    },

    /** As `place`, for a channel that is only thought of: if it works, the way in is looked at again. */
    async tryOut(channel: string) {
      const place = await attempt(channel);
      void doors.look(place.channel.id);
      return place;
    },

    /** Resolves after the first try to find the usual channel, whether or not it succeeded. */
    async open(): Promise<void> {
      await doors.to(await usualChannel()).open();
    },

    stop(): void {
      doors.stop();
      poster.stop();
    },
  };
}
