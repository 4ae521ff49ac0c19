import { NotBefore, Refused } from "../../../conversation/listener.ts";
import type { Log } from "../../../log.ts";
import type { Calls } from "./calls.ts";
import { enterChannel } from "./channel-lookup.ts";
import type { Place } from "./door.ts";
import type { Identity } from "./identity.ts";
import type { WebApi } from "./web-api.ts";

export interface AttemptOptions {
  api: WebApi;
  calls: Calls;
  identity: () => Promise<Identity>;
  log: Log;
  now: () => number;
}

/**
 * Enters a channel somebody has named but nobody has chosen yet, by id or #name. A slip of the finger is answered, and
 * nothing more: no alarm, and nothing that counts as broken. Throws `NotBefore` or `Refused`.
 */
export function createAttempt({ api, calls, identity, log, now }: AttemptOptions) {
  return async (channel: string): Promise<Place> => {
    try {
      const self = await identity();
      return { ...self, channel: await enterChannel(channel, { api, calls, botName: self.botName }) };
    } catch (error) {
      if (error instanceof Refused || error instanceof NotBefore) throw error;
      log.debug("slack: a channel could not be tried", { channel, error });
      throw new NotBefore(now() + 2_000, "Slack does not answer.");
    }
  };
}
