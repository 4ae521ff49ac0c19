import type { Conversation } from "./conversation/conversation.ts";
import type { ConversationEvent } from "./conversation/events.ts";

/** "Conversation C reached seq N". On the node where it happened it also carries what happened. */
export interface Signal {
  conversationId: string;
  siteKey: string;
  visitorId: string;
  seq: number;
  events?: ConversationEvent[] | undefined;
  conversation?: Conversation | undefined;
}

/** What one can listen to: one visitor's conversation (it may not exist yet), or all of them. */
export type Topic = "all" | `visitor:${string}`;

export const topicOf = (siteKey: string, visitorId: string): Topic => `visitor:${siteKey}/${visitorId}`;

/** Tells open sockets that a conversation moved. Carries no truth of its own: a lost signal only delays. */
export interface Live {
  announce(signal: Signal): void;
  /** Returns how to stop. A listener must not throw. */
  subscribe(topic: Topic, listener: (signal: Signal) => void): () => void;
  /** Only where there are other nodes: whether settings were changed on one of them. */
  settings?: { tell(): void; hear(listener: () => void): void };
  close(): Promise<void>;
}

export function createLive(): Live {
  const listeners = new Map<Topic, Set<(signal: Signal) => void>>();

  return {
    announce(signal) {
      for (const topic of ["all", topicOf(signal.siteKey, signal.visitorId)] as const)
        for (const listener of listeners.get(topic) ?? []) listener(signal);
    },

    subscribe(topic, listener) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && listeners.get(topic) === set) listeners.delete(topic);
      };
    },

    async close() {
      listeners.clear();
    },
  };
}
