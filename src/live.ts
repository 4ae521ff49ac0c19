import type { Agent, Conversation } from "./conversation/conversation.ts";
import type { ConversationEvent } from "./conversation/events.ts";

/** "Conversation C reached seq N". On the node where it happened it also carries what happened. */
export interface Signal {
  conversationId: string;
  siteKey: string;
  visitorId: string;
  seq: number;
  events?: ConversationEvent[] | undefined;
  conversation?: Conversation | undefined;
  /** There is no such conversation any more. */
  isErased?: true | undefined;
}

/** What the assistant has written so far of an answer for a visitor; empty when nothing of it stays. Kept nowhere. */
export interface Writing {
  siteKey: string;
  visitorId: string;
  text: string;
}

/** Somebody is at a conversation right now. Kept nowhere: said again while it is true, and soon forgotten. */
export interface Attendance {
  conversationId: string;
  /** The visitor whose page hears of it too. */
  visitor?: { siteKey: string; visitorId: string } | undefined;
  /** The visitor, or an agent at one of their open pages. */
  who: "visitor" | { page: string; agent: Agent };
  /** "noting" is writing for the team, of which no visitor may learn. Of a visitor, "looking" and "gone" are looked up. */
  doing: "looking" | "writing" | "noting" | "gone";
}

/** A member of the team has read a conversation up to then (ms since 1970). What gets lost is in the next list. */
export interface HasRead {
  memberId: string;
  conversationId: string;
  readAt: number;
}

/** What one can listen to: one visitor's conversation (it may not exist yet), or all of them. */
export type Topic = "all" | `visitor:${string}`;

export const topicOf = (siteKey: string, visitorId: string): Topic => `visitor:${siteKey}/${visitorId}`;

/** Tells open sockets that a conversation moved. Carries no truth of its own: a lost signal only delays. */
export interface Live {
  announce(signal: Signal): void;
  /** Returns how to stop. A listener must not throw. */
  subscribe(topic: Topic, listener: (signal: Signal) => void): () => void;
  /** Lets a visitor read along. What gets lost on the way is in the answer. */
  write(writing: Writing): void;
  /** Returns how to stop. A listener must not throw. */
  readAlong(siteKey: string, visitorId: string, listener: (text: string) => void): () => void;
  /** Lets everybody know who is at a conversation. */
  attend(attendance: Attendance): void;
  /** Returns how to stop. A listener must not throw. */
  observe(topic: Topic, listener: (attendance: Attendance) => void): () => void;
  /** Lets a member's other pages know. */
  tellRead(reading: HasRead): void;
  /** Returns how to stop. A listener must not throw. */
  hearReads(listener: (reading: HasRead) => void): () => void;
  /** Only where there are other nodes: whether settings were changed on one of them. */
  settings?: Elsewhere;
  /** The same for the team: who is in it, and what they may. */
  team?: Elsewhere;
  close(): Promise<void>;
}

interface Elsewhere {
  tell(): void;
  hear(listener: () => void): void;
}

export function createLive(): Live {
  const signals = createTopics<Signal>();
  const writings = createTopics<Writing>();
  const attendances = createTopics<Attendance>();
  const readings = createTopics<HasRead>();

  return {
    announce(signal) {
      for (const topic of ["all", topicOf(signal.siteKey, signal.visitorId)]) signals.tell(topic, signal);
    },
    subscribe: signals.listen,

    write: (writing) => writings.tell(topicOf(writing.siteKey, writing.visitorId), writing),
    readAlong: (siteKey, visitorId, listener) =>
      writings.listen(topicOf(siteKey, visitorId), ({ text }) => listener(text)),

    attend(attendance) {
      attendances.tell("all", attendance);
      const { visitor } = attendance;
      if (visitor) attendances.tell(topicOf(visitor.siteKey, visitor.visitorId), attendance);
    },
    observe: attendances.listen,

    tellRead: (reading) => readings.tell("all", reading),
    hearReads: (listener) => readings.listen("all", listener),

    async close() {
      attendances.clear();
      readings.clear();
      signals.clear();
      writings.clear();
    },
  };
}

function createTopics<News>() {
  const topics = new Map<string, Set<(news: News) => void>>();

  return {
    tell(topic: string, news: News): void {
      for (const listener of topics.get(topic) ?? []) listener(news);
    },

    listen(topic: string, listener: (news: News) => void): () => void {
      const set = topics.get(topic) ?? new Set();
      topics.set(topic, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && topics.get(topic) === set) topics.delete(topic);
      };
    },

    clear: () => topics.clear(),
  };
}
