import type { Carrier, NotCarried, Waiting } from "../../src/notifications/carrier.ts";
import { createNotifications } from "../../src/notifications/index.ts";
import type { Way } from "../../src/notifications/notice.ts";
import { createRelay } from "../../src/relay.ts";
import { createSettings } from "../../src/settings/index.ts";
import type { Settings } from "../../src/settings/schema.ts";
import { ana, type Desk, openDesk } from "../support/desk.ts";
import { quietLog } from "../support/quiet-log.ts";

/** A team that is told of handoffs in one way, on a clock the test moves. */
export async function openTeam(wanted: Partial<Settings>, ways: Way[] = ["email", "sms"]) {
  const listeners: Parameters<typeof openDesk>[0] = { listeners: [] };
  const desk = await openDesk(listeners);
  const { storage, now } = desk;
  const log = quietLog();
  const settings = createSettings({ store: storage.settings, now });
  await settings.change(wanted, "Ana");

  const told: { way: Way; to: string; visitors: string[]; at: number }[] = [];
  const failures: NotCarried[] = [];
  const carriers = ways.map(
    (way): Carrier => ({
      way,
      async tell(to, waiting: readonly Waiting[]) {
        const failure = failures.shift();
        if (failure) throw failure;
        told.push({
          way,
          to,
          visitors: waiting.map(({ conversation }) => conversation.visitor.id),
          at: now(),
        });
        return `${way}-${told.length}`;
      },
      test: async () => "taken",
    }),
  );
  const notifications = createNotifications({
    ...{
      conversations: desk.conversations,
      notices: storage.notices,
      carriers,
      store: storage.store,
      settings,
      now,
      log,
    },
  });
  listeners.listeners?.push(notifications.listener);
  const relay = createRelay({
    lanes: storage.lanes,
    store: storage.store,
    listeners: [notifications.listener],
    now,
    log,
  });

  return {
    ...{ desk, settings, notifications, told, failures, notices: storage.notices },

    async handsOff(visitorId: string) {
      const visitor = desk.visitor({ id: visitorId });
      await visitor.says("Hello?");
      await visitor.asksForPerson();
      await relay.idle();
      await notifications.flush();
      return visitor;
    },

    async answers(visitor: ReturnType<Desk["visitor"]>) {
      const { id } = await visitor.conversation();
      await desk.conversations.claim({ conversationId: id, agent: ana, source: desk.source("inbox") });
    },

    async passes(ms: number) {
      desk.clock.at += ms;
      await relay.idle();
      await notifications.flush();
    },

    async close() {
      await relay.stop();
      await notifications.stop();
      await desk.close();
    },
  };
}
