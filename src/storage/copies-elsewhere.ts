import type { ConversationEvent } from "../conversation/events.ts";
import type { Copy } from "../privacy/erasing/ports.ts";
import type { Transaction } from "./client.ts";
import type { Conversation as ConversationRow } from "./generated/sqlite/client.ts";

/** What of a conversation is not in the database, and how many of its files stay for another conversation. */
export async function copiesOf(
  transaction: Transaction,
  row: ConversationRow,
  events: readonly ConversationEvent[],
): Promise<{ copies: Copy[]; sharedFiles: number }> {
  const { files, sharedFiles } = await filesOf(transaction, row, events);
  const copies = [...files, ...(await placesOf(transaction, row.id)), ...writtenElsewhere(events)];
  return { copies, sharedFiles };
}

/** The files of its messages, in all their versions, and what the visitor sent us and did not use. */
async function filesOf(
  transaction: Transaction,
  { id, siteKey, visitorId }: ConversationRow,
  events: readonly ConversationEvent[],
): Promise<{ files: Copy[]; sharedFiles: number }> {
  const named = events.flatMap((event) =>
    "message" in event ? (event.message.files ?? []).map((file) => file.id) : [],
  );
  const sent = await transaction.file.findMany({ where: { siteKey, visitorId }, select: { id: true } });
  const ids = [...new Set([...named, ...sent.map((file) => file.id)])];
  const shared = await sharedOf(transaction, id, ids);
  const own = ids.filter((externalId) => !shared.has(externalId));
  return { files: own.map((externalId) => ({ place: "file", externalId })), sharedFiles: shared.size };
}

/** Clocks of nodes differ. */
const atMostEarlierMs = 60 * 60_000;

/** Those that another conversation has, too, and that go with the last one: Slack shares one file into several threads. */
async function sharedOf(
  transaction: Transaction,
  conversationId: string,
  ids: string[],
): Promise<Set<string>> {
  const shared = new Set<string>();
  // Whatever is sent to us gets an id of its own; only what we are told of can be told of twice.
  const told = await transaction.file.findMany({ where: { id: { in: ids }, origin: { not: null } } });
  for (const { id, at } of told) {
    const elsewhere = await transaction.event.findFirst({
      where: {
        conversationId: { not: conversationId },
        // None names it before we knew it, so only what is newer is read.
        at: { gte: at - BigInt(atMostEarlierMs) },
        payload: { contains: id },
      },
      select: { seq: true },
    });
    if (elsewhere) shared.add(id);
  }
  return shared;
}

/** Where it stands in Slack: its threads, and each post and file of ours that is known. */
export async function placesOf(transaction: Transaction, conversationId: string): Promise<Copy[]> {
  const threads = [
    ...(await transaction.thread.findMany({ where: { channel: "slack", conversationId } })),
    ...(await transaction.formerThread.findMany({ where: { channel: "slack", conversationId } })),
  ];
  const copies = await transaction.copy.findMany({
    where: { conversationId, channel: { startsWith: "slack" } },
  });
  return [
    ...threads.flatMap(({ externalId }): Copy[] => [
      { place: "slack/thread", externalId },
      { place: "slack/post", externalId },
    ]),
    ...copies.map(
      ({ channel, externalId }): Copy => ({
        place: channel === "slack upload" ? "slack/file" : "slack/post",
        externalId,
      }),
    ),
  ];
}

/** What people wrote in Slack, as far as it came to us. */
const writtenElsewhere = (events: readonly ConversationEvent[]): Copy[] =>
  events.flatMap((event): Copy[] =>
    event.type === "message.posted" && event.via === "slack" && event.externalId.split("/").length === 3
      ? [{ place: "slack/message", externalId: event.externalId }]
      : [],
  );

/** Known ones stay as they are, unless it was another conversation they went with. */
export async function addCopies(
  transaction: Pick<Transaction, "$executeRaw">,
  conversationId: string,
  copies: readonly Copy[],
  keepElsewhere?: string,
): Promise<void> {
  for (const { place, externalId } of copies) {
    const stays = keepElsewhere !== undefined && place !== "file";
    await transaction.$executeRaw`
      INSERT INTO "Removal" ("conversationId", "place", "externalId", "state", "reason")
      VALUES (${conversationId}, ${place}, ${externalId}, ${stays ? "kept" : "waiting"}, ${stays ? keepElsewhere : null})
      ON CONFLICT ("place", "externalId") DO UPDATE SET "conversationId" = excluded."conversationId",
        "state" = excluded."state", "reason" = excluded."reason", "link" = NULL
      WHERE "Removal"."conversationId" <> excluded."conversationId"`;
  }
}
