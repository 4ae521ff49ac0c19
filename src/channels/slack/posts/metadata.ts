import type { MessageMetadata } from "@slack/types";

/** The last thing a post says: an event, or one part of a long one. Everything of a thread is in this order. */
export interface Position {
  seq: number;
  /** From 1. */
  part: number;
}

/** What our posts carry unseen. Anyone in the workspace can read it, so it holds ids and numbers only. */
export interface Mark {
  conversation: string;
  from: Position;
  to: Position;
}

const eventType = "live_handoff";

export const isAfter = (one: Position, other: Position) =>
  one.seq > other.seq || (one.seq === other.seq && one.part > other.part);

/** A root says nothing of the conversation's own, so it stands before its first event. */
export const start: Position = { seq: 0, part: 1 };

export function toMetadata({ conversation, from, to }: Mark): MessageMetadata {
  return {
    event_type: eventType,
    event_payload: {
      conversation,
      from_seq: from.seq,
      to_seq: to.seq,
      ...(from.part > 1 ? { from_part: from.part } : {}),
      ...(to.part > 1 ? { to_part: to.part } : {}),
    },
  };
}

/** Reads what Slack returns, whatever it is. */
export function fromMetadata(
  metadata: { event_type?: string; event_payload?: object } | undefined,
): Mark | undefined {
  if (metadata?.event_type !== eventType || !metadata.event_payload) return undefined;
  const { conversation, from_seq, to_seq, from_part, to_part } = { ...blank, ...metadata.event_payload };
  if (typeof conversation !== "string" || typeof from_seq !== "number" || typeof to_seq !== "number")
    return undefined;
  return {
    conversation,
    from: { seq: from_seq, part: typeof from_part === "number" ? from_part : 1 },
    to: { seq: to_seq, part: typeof to_part === "number" ? to_part : 1 },
  };
}

const blank: Record<"conversation" | "from_seq" | "to_seq" | "from_part" | "to_part", unknown> = {
  conversation: undefined,
  from_seq: undefined,
  to_seq: undefined,
  from_part: undefined,
  to_part: undefined,
};
