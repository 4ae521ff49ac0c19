import { awaitsPeople } from "../conversation/conversation.ts";
import { type Happening, isHandedOff } from "../conversation/events.ts";
import type { Conversations } from "../conversation/index.ts";
import type { Listener } from "../conversation/listener.ts";
import type { ConversationStore } from "../conversation/store.ts";
import type { Log } from "../log.ts";
import type { SettingsDesk } from "../settings/index.ts";
import type { Carrier } from "./carrier.ts";
import type { LastNotice, Notices, Unreachable, Way } from "./notice.ts";
import { plan, recipientsOf } from "./planning.ts";
import { createSending } from "./sending.ts";

export interface NotificationsOptions {
  conversations: Pick<Conversations, "callFailed">;
  notices: Notices;
  carriers: readonly Carrier[];
  store: Pick<ConversationStore, "find" | "eventsAfter">;
  settings: SettingsDesk;
  /** Milliseconds since 1970. */
  now: () => number;
  log: Log;
}

export interface Notifications {
  /** Somebody waits: those who are named for it are told, each once. */
  listener: Listener;
  /** Sends one message to try a way out; resolves with what the provider answered, in words. */
  test(way: Way, recipient: string, by: string): Promise<string>;
  /** What became of the last message to each recipient, and who cannot be reached. */
  state(): Promise<{ last: LastNotice[]; unreachable: Unreachable[] }>;
  /** Sends now what is due, rather than within a second. */
  flush(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

const pollMs = 1_000;
const recipientsAtOnce = 8;

/** People are asked for, or asked for once more in one of the ways. */
const isCall = (event: Happening) => isHandedOff(event) || event.type === "conversation.escalated";

const isCalledBy = ({ way }: Carrier, event: Happening) =>
  event.type !== "conversation.escalated" || event.escalation.kind === way;

const ways: readonly Way[] = ["email", "sms"];

/** Tells people by email and SMS that somebody waits for them. */
export function createNotifications(options: NotificationsOptions): Notifications {
  const { notices, carriers, settings, now, log } = options;
  const next = createSending(options);
  const working = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  /** Looks for what is due. A provider that is silent keeps nobody else from being told. */
  function look(): void {
    if (isStopped || working.size >= recipientsAtOnce) return;
    const work = bringAll()
      .catch((error: unknown) => log.error("notifications could not be sent", { error }))
      .finally(() => working.delete(work));
    working.add(work);
  }

  async function bringAll(): Promise<void> {
    for (let bring = await next(); bring; bring = isStopped ? undefined : await next()) {
      look();
      await bring();
    }
  }

  async function idle(): Promise<void> {
    while (working.size > 0) await Promise.all(working);
  }

  return {
    listener: {
      name: "notifications",
      audience: "team",
      concerns: (_conversation, happenings) => happenings.some(isCall),
      async hear({ conversation, events }) {
        if (!awaitsPeople(conversation)) return;
        const current = await settings.current();
        for (const event of events.filter(isCall))
          for (const { way } of carriers.filter((carrier) => isCalledBy(carrier, event)))
            await plan(
              { way, conversationId: conversation.id, seq: event.seq },
              { settings: current, notices, now: now() },
            );
        if (timer) look();
      },
    },

    async test(way, recipient, by) {
      const carrier = carriers.find((one) => one.way === way);
      if (!carrier) throw new Error(`No carrier for ${way}.`);
      const answer = await carrier.test(recipient, by);
      await notices.markReachable(way, recipient);
      return answer;
    },

    async state() {
      const current = await settings.current();
      const named = ways.flatMap((way) =>
        recipientsOf(current, way).map((recipient) => ({ way, recipient })),
      );
      const last = await Promise.all(named.map(({ way, recipient }) => notices.last(way, recipient)));
      return { last: last.filter((one) => one !== undefined), unreachable: await notices.unreachable() };
    },

    async flush() {
      look();
      await idle();
    },

    start() {
      isStopped = false;
      timer = setInterval(look, pollMs);
      timer.unref();
      look();
    },

    async stop() {
      clearInterval(timer);
      timer = undefined;
      isStopped = true;
      await idle();
    },
  };
}
