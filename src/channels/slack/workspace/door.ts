import { NotBefore, Refused } from "../../../conversation/listener.ts";
import type { Log } from "../../../log.ts";
import type { Calls } from "./calls.ts";
import { type Channel, enterChannel } from "./channel-lookup.ts";
import { createHealth, type HealthOptions } from "./health.ts";
import type { Identity } from "./identity.ts";
import type { WebApi } from "./web-api.ts";

/** Where new threads go, and who we are there. */
export interface Place extends Identity {
  channel: Channel;
}

export interface DoorOptions extends HealthOptions {
  api: WebApi;
  calls: Calls;
  identity: () => Promise<Identity>;
  /** By id or #name; empty while nobody has chosen one. */
  channel: string;
  log: Log;
  now: () => number;
}

export type Door = ReturnType<typeof createDoor>;

/** The way into one channel: found in the background and tried for ever, so the product runs while Slack does not. */
export function createDoor(options: DoorOptions) {
  const { api, calls, identity, channel: wanted, recovered, log, now } = options;
  const health = createHealth(options);
  let place: Place | undefined;
  let opening: Promise<void> | undefined;
  /** Why nobody gets in. */
  let closedFor: string | undefined;
  /** Set while only a post that goes through can prove that it is open again. */
  let isOnTrial = false;
  /** Refused posts since the last that went through. */
  let losses = 0;
  let failures = 0;
  let silences = 0;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  return {
    health: health.now,

    /** Throws `NotBefore` or `Refused` while there is no way in. */
    async place(): Promise<Place> {
      if (!place) await firstTry();
      if (closedFor !== undefined) throw new Refused(closedFor);
      if (place) return place;
      throw new NotBefore(now() + 2_000, "Slack is not connected yet.");
    },

    /** The channel behind it as far as is known, and whether one gets in. */
    known: () => ({ channelId: place?.channel.id, isClosed: closedFor !== undefined }),

    /** Resolves after the first try, whether or not it succeeded. */
    open: firstTry,

    /** Something happened to the channel or to us in it: looks now. */
    look: open,

    /** A post went through. */
    works(): void {
      failures = 0;
      silences = 0;
      losses = 0;
      isOnTrial = false;
      closedFor = undefined;
      health.on();
    },

    /** A post failed for a reason that may pass. Once is nothing; again and again is worth knowing. */
    stumbles(): void {
      silences += 1;
      if (silences >= 3) health.broken("Slack does not answer. What waits is kept and tried again.");
    },

    /**
     * Slack no longer takes posts to the channel. Looks whether one gets in again by oneself, and from then on from time
     * to time whether somebody did what the error says.
     */
    lost({ code, message }: { code: string; message: string }): void {
      closedFor = message;
      isOnTrial = !seenByEntering.has(code);
      if (!isOnTrial && losses++ === 0) return void goBackIn();
      health.broken(message);
      tryAgain(isOnTrial ? Math.min(3_600_000, 60_000 * 2 ** failures++) : backoffMs());
    },

    stop(): void {
      isStopped = true;
      clearTimeout(timer);
    },
  };

  function firstTry(): Promise<void> {
    opening ??= open();
    return opening;
  }

  async function open(): Promise<void> {
    try {
      const self = await identity();
      const channel = await enter(self.botName);
      if (isStopped) return;
      place = { ...self, channel };
      closedFor = undefined;
      if (isOnTrial) recovered();
      else health.on(`Connected to #${channel.name} in ${self.teamName}.`);
    } catch (error) {
      if (error instanceof Refused) {
        closedFor = error.message;
        health.broken(error.message);
      } else {
        log.debug("slack: no way into a channel yet", { channel: wanted, error });
        health.starting("Slack does not answer. Trying again.");
      }
      tryAgain(error instanceof NotBefore ? error.at - now() : backoffMs());
    }
  }

  /** What was refused meanwhile has been given up already. */
  async function goBackIn(): Promise<void> {
    await open();
    if (closedFor === undefined && !isStopped) recovered();
  }

  /** A channel that was found by its name stays the one it was, until it is gone. */
  async function enter(botName: string): Promise<Channel> {
    const tools = { api, calls, botName };
    if (!place || place.channel.id === wanted) return enterChannel(wanted, tools);
    try {
      return await enterChannel(place.channel.id, tools);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return enterChannel(wanted, tools).catch(() => {
        throw error;
      });
    }
  }

  function tryAgain(inMs: number): void {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void open(), inMs);
  }

  /** Only a post that goes through proves that all is well, so only that starts it again from one second. */
  function backoffMs(): number {
    return Math.min(300_000, 1_000 * 2 ** failures++);
  }
}

/** What is over as soon as one gets into the channel. Whether posts are taken again, only a post can tell. */
const seenByEntering = new Set([
  "account_inactive",
  "channel_not_found",
  "invalid_auth",
  "is_archived",
  "not_authed",
  "not_in_channel",
  "token_expired",
  "token_revoked",
]);
