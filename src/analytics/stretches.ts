import type { Agent } from "../conversation/conversation.ts";
import type { Decision } from "../conversation/decision.ts";
import type { ConversationEvent } from "../conversation/events.ts";

/** What made people part of a conversation: a handoff, by whom it was decided; or one of them simply took it. */
export type Cause = Decision["by"] | "taken";

/** A part of a conversation in which people were awaited or there. Times are milliseconds since 1970. */
export interface Stretch {
  /** Of the event with which it began. */
  seq: number;
  at: number;
  cause: Cause;
  rule: string | undefined;
  /** The words that matched, where words did; folded, and at most 100 characters. */
  phrase: string | undefined;
  /** The visitor had been asked first, and said yes. */
  isWanted: boolean;
  /** The visitor was told that somebody comes at once. */
  isPromise: boolean;
  /** Who answered first; or who claimed or was given it first, while nobody has answered. */
  agent: Pick<Agent, "id" | "name"> | undefined;
  answeredAt: number | undefined;
  endedAt: number | undefined;
  /** `assistant`: nobody had come, so it went back by itself. */
  end: "closed" | "blocked" | "handedBack" | "assistant" | undefined;
}

/** The stretches of one conversation, in order. `events` as they stand now. Pure. */
export function stretchesOf(events: readonly ConversationEvent[]): Stretch[] {
  const stretches: Stretch[] = [];
  let current: Stretch | undefined;
  let isBlocked = false;

  const begin = (stretch: Stretch) => {
    stretches.push(stretch);
    current = stretch;
    return stretch;
  };
  const end = (how: NonNullable<Stretch["end"]>, at: number) => {
    if (current) Object.assign(current, { end: how, endedAt: at });
    current = undefined;
  };

  for (const event of events) {
    isBlocked = event.type === "visitor.blocked" || (isBlocked && event.type === "conversation.closed");
    switch (event.type) {
      case "conversation.handedOff":
        begin(handedOff(event));
        break;
      case "conversation.claimed":
      case "conversation.assigned": {
        const stretch: Stretch = current ?? begin(taken(event));
        stretch.agent ??= named(event.agent);
        break;
      }
      case "message.posted": {
        const { author, note } = event.message;
        if (author.kind !== "agent" || note) break;
        const stretch: Stretch = current ?? begin(taken(event));
        if (stretch.answeredAt === undefined)
          Object.assign(stretch, { answeredAt: event.at, agent: named(author) });
        break;
      }
      case "conversation.reopened":
        if (event.by.kind === "agent") begin(taken(event)).agent = named(event.by);
        break;
      case "conversation.handedBack":
        end("handedBack", event.at);
        break;
      case "conversation.closed":
        end(isBlocked ? "blocked" : "closed", event.at);
        break;
      case "conversation.escalated":
        if (event.escalation.kind === "assistant") end("assistant", event.at);
        break;
    }
  }
  return stretches;
}

type HandedOff = Extract<ConversationEvent, { type: "conversation.handedOff" }>;

const handedOff = ({
  seq,
  at,
  handoff: { by, rule, matched, afterOffer },
  nobodyIsThere,
}: HandedOff): Stretch => ({
  ...empty,
  seq,
  at,
  cause: by,
  rule,
  phrase: folded(matched),
  isWanted: afterOffer !== undefined,
  isPromise: nobodyIsThere !== true,
});

const taken = ({ seq, at }: ConversationEvent): Stretch => ({ ...empty, seq, at, cause: "taken" });

const empty = {
  rule: undefined,
  phrase: undefined,
  isWanted: false,
  isPromise: false,
  agent: undefined,
  answeredAt: undefined,
  endedAt: undefined,
  end: undefined,
} as const satisfies Partial<Stretch>;

const named = ({ id, name }: Pick<Agent, "id" | "name">) => ({ id, name });

/** One spelling for all who wrote the same; empty is none. */
const folded = (words: string | undefined) =>
  words?.trim().toLowerCase().replaceAll(/\s+/g, " ").slice(0, 100) || undefined;
