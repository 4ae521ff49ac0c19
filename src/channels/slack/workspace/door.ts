import { NotBefore, Refused } from "../../../conversation/ports.ts";
import type { Log } from "../../../log.ts";
import type { Calls } from "./calls.ts";
import { type Channel, enterChannel } from "./channel-lookup.ts";
import type { Health } from "./health.ts";
import type { Identity } from "./identity.ts";
import type { WebApi } from "./web-api.ts";

/** Where new threads go, and who we are there. */
export interface Place extends Identity {
  channel: Channel;
}

export interface DoorOptions {
  api: WebApi;
  calls: Calls;
  identity: () => Promise<Identity>;
  /** By id or #name. */
  channel: string;
  health: Health;
  log: Log;
  now: () => number;
}

export type Door = ReturnType<typeof createDoor>;

/** The way into one channel: found in the background and tried for ever, so the product runs while Slack does not. */
export function createDoor({ api, calls, identity, channel: wanted, health, log, now }: DoorOptions) {
  let place: Place | undefined;
  let opening: Promise<void> | undefined;
  let failures = 0;
  let silences = 0;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  return {
    /** Throws `NotBefore` or `Refused` while there is no way in. */
    async place(): Promise<Place> {
      if (!place) await tried();
      if (place) return place;
      const { state, detail } = health.now();
      if (state === "broken") throw new Refused(detail);
      throw new NotBefore(now() + 2_000, "Slack is not connected yet.");
    },

    /** Whether this is the channel behind the door, as far as is known. */
    leadsTo: (channelId: string) => place?.channel.id === channelId,

    /** Resolves after the first try, whether or not it succeeded. */
    open: tried,

    /** A post went through. */
    works(): void {
      failures = 0;
      silences = 0;
      health.on();
    },

    /** A post failed for a reason that may pass. Once is nothing; again and again is worth knowing. */
    stumbles(): void {
      silences += 1;
      if (silences >= 3) health.broken("Slack does not answer. What waits is kept and tried again.");
    },

    /** Slack no longer takes posts to the channel. Looks from time to time whether somebody did what `remedy` says. */
    lost(remedy: string): void {
      health.broken(remedy);
      tryAgain(backoffMs());
    },

    stop(): void {
      isStopped = true;
      clearTimeout(timer);
    },
  };

  function tried(): Promise<void> {
    opening ??= open();
    return opening;
  }

  async function open(): Promise<void> {
    try {
      const self = await calls.make(identity);
      const channel = await enterChannel(wanted, { api, calls, botName: self.botName });
      place = { ...self, channel };
      health.on(`Connected to #${channel.name} in ${self.teamName}.`);
    } catch (error) {
      log.warn("slack is not connected", { error });
      if (error instanceof Refused) health.broken(error.message);
      else health.starting("Slack does not answer. Trying again.");
      tryAgain(error instanceof NotBefore ? error.at - now() : backoffMs());
    }
  }

  function tryAgain(inMs: number): void {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void open(), inMs);
  }

  /** Only a post that goes through proves that all is well, so only that starts it again from one second. */
  function backoffMs(): number {
    return Math.min(60_000, 1_000 * 2 ** failures++);
  }
}
