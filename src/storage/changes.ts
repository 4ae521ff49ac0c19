import { changesMessage } from "../conversation/as-it-stands.ts";
import { type ConversationEvent, isNews } from "../conversation/events.ts";
import type { Change, Recorded, Source } from "../conversation/store.ts";
import type { Attended, Lane as LaneRow } from "./generated/sqlite/client.ts";
import { previewOf } from "./preview.ts";
import { eventRowOf, rowOf, wordsOf } from "./rows.ts";
import { attendedRowsOf } from "./search/attended-rows.ts";
import { detailsRowOf, type FindableRow, findableRowsOf } from "./search/findable-rows.ts";

/** A change as it is written. */
export interface Write extends Change {
  /** What a list shows of the conversation from now on; left out: what is said in this change, or what it showed. */
  lastText?: string | undefined;
}

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

/** The words by which the event that posted a message is found from now on. */
export interface WordsRow {
  conversationId: string;
  seq: number;
  text: string;
}

export interface LastTextRow {
  id: string;
  lastText: string;
}

/** What one fresh change writes. */
export interface Rows {
  conversation: ReturnType<typeof rowOf>;
  events: ReturnType<typeof eventRowOf>[];
  source: SourceRow;
  lanes: LaneMark[];
  /** Empty unless the change is about a message that was posted before, like `lastTexts`. */
  words: WordsRow[];
  lastTexts: LastTextRow[];
  /** What a search finds from now on. A new conversation's first; see `details`. */
  findables: FindableRow[];
  /**
   * Who and where the visitor is, for a conversation that is there already: only in the place of what is there, so that
   * one without is known not to be indexed yet.
   */
  details: FindableRow[];
  attended: Attended[];
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

export function rowsOf({ source, lanes, lastText }: Write, recorded: ReturnType<typeof numbered>): Rows {
  const { conversation, conversationId, seq, events } = recorded;
  const at = events.at(-1)?.at ?? 0;
  const dueAt = BigInt(at);
  const details = detailsRowOf(conversation);
  const isNew = conversation.version === 1;
  return {
    conversation: rowOf(conversation, { text: previewOf(events), at: events.some(isNews) ? at : 0 }),
    events: events.map(eventRowOf),
    source: { ...source, conversationId, seq },
    lanes: lanes.map((listener) => ({ listener, conversationId, wantedSeq: seq, dueAt })),
    words: wordRowsOf(events),
    lastTexts: lastText === undefined ? [] : [{ id: conversationId, lastText }],
    findables: [...(isNew ? [details] : []), ...findableRowsOf(events)],
    details: isNew ? [] : [details],
    attended: attendedRowsOf(events),
  };
}

export const keyOf = ({ via, externalId }: Source) => `${via}\n${externalId}`;

const wordRowsOf = (events: ConversationEvent[]): WordsRow[] =>
  events.filter(changesMessage).map(({ conversationId, posted: { seq }, message, type }) => ({
    conversationId,
    seq,
    text: type === "message.deleted" ? "" : wordsOf(message),
  }));
