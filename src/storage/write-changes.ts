import { Conflict } from "../conversation/errors.ts";
import { type ConversationEvent, isNote } from "../conversation/events.ts";
import type { Change, Recorded } from "../conversation/ports.ts";
import type { Transaction } from "./client.ts";
import { eventRowOf, rowOf } from "./rows.ts";
import {
  insertEvents,
  insertSources,
  markLanes,
  type SourceRow,
  saveConversations,
  seenSources,
} from "./statements.ts";

interface Clock {
  now: () => number;
  newId: () => string;
}

/** Writes changes inside a transaction; throws `Conflict` when any of them was made on an outdated version. */
export async function writeChanges(
  transaction: Transaction,
  changes: Change[],
  clock: Clock,
): Promise<Recorded[]> {
  const seen = new Map<string, SourceRow>();
  for (const row of await transaction.$queryRaw<SourceRow[]>(seenSources(changes.map((c) => c.source))))
    seen.set(keyOf(row), { ...row, seq: Number(row.seq) });

  const recorded = changes.map((change) => {
    const before = seen.get(keyOf(change.source));
    if (before) return repeated(before);

    const fresh = numbered(change, clock);
    seen.set(keyOf(change.source), {
      ...change.source,
      conversationId: fresh.conversationId,
      seq: fresh.seq,
    });
    return fresh;
  });

  await write(transaction, changes, recorded);
  return recorded;
}

/** The state and events as they will be saved: `seq` continues, `version` grows by one. */
function numbered({ conversation, happenings, source }: Change, { now, newId }: Clock): Recorded {
  const at = now();
  const events = happenings.map(
    (happening, index): ConversationEvent => ({
      ...happening,
      id: newId(),
      conversationId: conversation.id,
      seq: conversation.seq + index + 1,
      at,
      via: source.via,
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

async function write(transaction: Transaction, changes: Change[], recorded: Recorded[]): Promise<void> {
  const rows = recorded.flatMap(({ conversation, events }) =>
    conversation ? [rowOf(conversation, lastOf(events))] : [],
  );
  if (rows.length === 0) return;
  if (new Set(rows.map((row) => row.id)).size < rows.length) throw new Conflict();

  // Always in the same order, or two processes could each wait for the other's row.
  const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if ((await transaction.$executeRaw(saveConversations(sorted))) !== rows.length) throw new Conflict();

  const fresh = recorded.flatMap((each, index) => {
    const change = changes[index];
    return each.fresh && change ? [{ ...each, change }] : [];
  });
  await transaction.$executeRaw(insertEvents(fresh.flatMap(({ events }) => events.map(eventRowOf))));
  await transaction.$executeRaw(
    insertSources(
      fresh.map(({ change, conversationId, seq }) => ({ ...change.source, conversationId, seq })),
    ),
  );
  const lanes = fresh.flatMap(({ change, conversationId, seq, events }) =>
    change.lanes.map((listener) => ({
      listener,
      conversationId,
      wantedSeq: seq,
      dueAt: BigInt(lastOf(events).at),
    })),
  );
  if (lanes.length > 0) await transaction.$executeRaw(markLanes(lanes));
}

const previewLength = 200;

/** What a list shows of a conversation: the last words that the visitor could read too. */
function lastOf(events: ConversationEvent[]): { text: string; at: number } {
  const at = events.at(-1)?.at ?? 0;
  const spoken = events.findLast((event) => event.type === "message.posted" && !isNote(event));
  return { at, text: spoken?.type === "message.posted" ? spoken.message.text.slice(0, previewLength) : "" };
}

const keyOf = ({ via, externalId }: { via: string; externalId: string }) => `${via}\n${externalId}`;
