import type { Numbers } from "../analytics/ports.ts";
import type { Archive } from "../conversation/archive.ts";
import type { Directory, Summary } from "../conversation/directory.ts";
import type { Delivery, Listener } from "../conversation/listener.ts";
import type { ConversationStore } from "../conversation/store.ts";
import type { Live } from "../live.ts";
import type { SettingsDesk } from "../settings/index.ts";
import { masked } from "./masking/masked.ts";
import {
  conversationWithoutSecrets,
  eventWithoutSecrets,
  fileWithoutSecrets,
} from "./masking/without-secrets.ts";

export interface OutwardOptions {
  store: ConversationStore;
  directory: Directory;
  archive: Archive;
  files: { open(id: string): Promise<OpenedFile | undefined> };
  live: Live;
  settings: Pick<SettingsDesk, "current" | "subscribe">;
}

interface OpenedFile {
  name: string;
}

export type Outward = ReturnType<typeof createOutward>;

/**
 * What we have, as everything that leaves reads it: Slack, mail, the model, and the inbox until somebody reveals it. Cards,
 * keys and passwords are masked here and nowhere else, so no way out can forget to. What is stored stays as it was said.
 */
export function createOutward<Files extends OutwardOptions["files"]>({
  store,
  directory,
  archive,
  files,
  live,
  settings,
}: OutwardOptions & { files: Files }) {
  /** As far as this process knows: what cannot wait for the answer goes by this. */
  let isKnownOn = true;
  const isOn = async () => {
    isKnownOn = (await settings.current()).maskSecrets;
    return isKnownOn;
  };
  settings.subscribe(() => void isOn().catch(() => {}));

  return {
    store: {
      ...store,

      async find(id) {
        const conversation = await store.find(id);
        return conversation && (await isOn()) ? conversationWithoutSecrets(conversation) : conversation;
      },

      async findByVisitor(siteKey, visitorId) {
        const conversation = await store.findByVisitor(siteKey, visitorId);
        return conversation && (await isOn()) ? conversationWithoutSecrets(conversation) : conversation;
      },

      async eventsAfter(conversationId, seq, limit) {
        const events = await store.eventsAfter(conversationId, seq, limit);
        return (await isOn()) ? events.map(eventWithoutSecrets) : events;
      },
    } satisfies ConversationStore,

    directory: {
      ...directory,

      async list(listing) {
        const page = await directory.list(listing);
        if (!(await isOn())) return page;
        return { ...page, summaries: page.summaries.map(summaryWithoutSecrets) };
      },
    } satisfies Directory,

    /** The same numbers, with what may leave of the conversations behind them. */
    numbers: (numbers: Numbers): Numbers => ({
      ...numbers,

      async list(request) {
        const page = await numbers.list(request);
        return (await isOn()) ? { ...page, summaries: page.summaries.map(summaryWithoutSecrets) } : page;
      },
    }),

    archive: {
      ...archive,

      async latest(page) {
        const found = await archive.latest(page);
        if (!(await isOn())) return found;
        const told = found.told.map(({ conversation, events }) => ({
          conversation: conversationWithoutSecrets(conversation),
          events: events.map(eventWithoutSecrets),
        }));
        return { ...found, told };
      },
    } satisfies Archive,

    /** The same files under names that may leave. */
    files: {
      ...files,

      async open(id: string) {
        const file = await files.open(id);
        return file && (await isOn()) ? fileWithoutSecrets(file) : file;
      },
    },

    /** The same signals, with what may leave. */
    live: {
      ...live,

      subscribe: (topic, listener) =>
        live.subscribe(topic, (signal) =>
          listener(
            isKnownOn
              ? {
                  ...signal,
                  conversation: signal.conversation && conversationWithoutSecrets(signal.conversation),
                  events: signal.events?.map(eventWithoutSecrets),
                }
              : signal,
          ),
        ),
    } satisfies Live,

    /** One that hears what may leave. */
    listener: (listener: Listener): Listener => ({
      ...listener,

      async hear(delivery: Delivery) {
        if (!(await isOn())) return listener.hear(delivery);
        return listener.hear({
          ...delivery,
          conversation: conversationWithoutSecrets(delivery.conversation),
          events: delivery.events.map(eventWithoutSecrets),
        });
      },
    }),
  };
}

const summaryWithoutSecrets = (summary: Summary): Summary => ({
  ...summary,
  conversation: conversationWithoutSecrets(summary.conversation),
  lastText: masked(summary.lastText),
  found: summary.found && { ...summary.found, text: masked(summary.found.text) },
});
