import { type ConversationEvent, isNote } from "../conversation/events.ts";
import type { Change, Recorded, Source } from "../conversation/ports.ts";
import type { Lane as LaneRow } from "./generated/sqlite/client.ts";
import { eventRowOf, rowOf } from "./rows.ts";

export interface Clock {
  now: () => number;
  newId: () => string;
}

/** Where a source was recorded. */
export interface SourceRow {
  via: string;
  externalId: string;
  conversationId: string;
  seq: number;
}

export type LaneMark = Pick<LaneRow, "listener" | "conversationId" | "wantedSeq" | "dueAt">;

/** What one fresh change writes. */
export interface Rows {
  conversation: ReturnType<typeof rowOf>;
  events: ReturnType<typeof eventRowOf>[];
  source: SourceRow;
  lanes: LaneMark[];
}

/** The state and events as they will be saved: `seq` continues, `version` grows by one. */
export function numbered({ conversation, happenings, source }: Change, { now, newId }: Clock) {
  const at = now();
  const events = happenings.map(
    (happening, index): ConversationEvent => ({
      ...happening,
      id: newId(),
      conversationId: conversation.id,
      seq: conversation.seq + index + 1,
      at,
      via: source.via,
      externalId: source.externalId,
    }),
  );
  const seq = conversation.seq + events.length;
  return {
    fresh: true,
    conversationId: conversation.id,
    seq,
    events,
    conversation: { ...conversation, seq, version: conversation.version + 1 },
  };
}

/** The outcome of a change whose source was seen before. */
export const repeated = ({ conversationId, seq }: Pick<SourceRow, "conversationId" | "seq">): Recorded => ({
  fresh: false,
  conversationId,
  seq,
  events: [],
  conversation: undefined,
});

export function rowsOf(change: Change, recorded: ReturnType<typeof numbered>): Rows {
  const { conversation, conversationId, seq, events } = recorded;
  const last = lastOf(events);
  const dueAt = BigInt(last.at);
  return {
    conversation: rowOf(conversation, last),
    events: events.map(eventRowOf),
    source: { ...change.source, conversationId, seq },
    lanes: change.lanes.map((listener) => ({ listener, conversationId, wantedSeq: seq, dueAt })),
  };
}

export const keyOf = ({ via, externalId }: Source) => `${via}\n${externalId}`;

const previewLength = 200;

/** What a list shows of a conversation: the last words that the visitor could read too. */
function lastOf(events: ConversationEvent[]): { text: string; at: number } {
  const at = events.at(-1)?.at ?? 0;
  const spoken = events.findLast((event) => event.type === "message.posted" && !isNote(event));
  return { at, text: spoken?.type === "message.posted" ? spoken.message.text.slice(0, previewLength) : "" };
}
