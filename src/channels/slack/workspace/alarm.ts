import type { Log } from "../../../log.ts";
import { escaped } from "../text/escape.ts";
import type { WebApi } from "./web-api.ts";

export interface AlarmOptions {
  api: WebApi;
  /** The Slack ids of those who are told. */
  admins: () => Promise<string[]>;
  log: Log;
  now: () => number;
}

/** The same trouble again within this time is the same trouble still. */
const memoryMs = 600_000;

/** Says once what is broken: in the log, and to the admins in a direct message while Slack still takes one. */
export function createAlarm({ api, admins, log, now }: AlarmOptions) {
  const told = new Map<string, number>();
  let isRaised = false;

  return {
    broke(detail: string): void {
      const before = told.get(detail);
      told.set(detail, now());
      if (before !== undefined && now() - before < memoryMs) return;
      isRaised = true;
      log.error("slack is broken", { detail });
      void tellAdmins(detail);
    },

    /** Only what was said to be broken is said to work again. */
    works(): void {
      if (isRaised) log.info("slack works again");
      isRaised = false;
    },
  };

  async function tellAdmins(detail: string): Promise<void> {
    try {
      for (const admin of await admins()) await tell(admin, detail);
    } catch (error) {
      log.warn("slack: the admins could not be told", { error });
    }
  }

  /** An id may be of another workspace, or the token may be what is broken: the log has it all the same. */
  async function tell(admin: string, detail: string): Promise<void> {
    try {
      const channel = await api.directChannel(admin);
      if (channel)
        await api.post({ channel, text: `The website chat needs you. ${escaped(detail)}`, metadata: mark });
    } catch (error) {
      log.debug("slack: an admin could not be told", { admin, error });
    }
  }
}

const mark = { event_type: "live_handoff_alarm", event_payload: {} };
