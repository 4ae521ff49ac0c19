import { asItStands } from "../conversation/as-it-stands.ts";
import type { ConversationEvent } from "../conversation/events.ts";
import type { Copy, ErasureRequest, RemovedHere } from "../privacy/erasing/ports.ts";
import type { Transaction } from "./client.ts";
import { erasedStatus, erasedVisitorId } from "./erased.ts";
import type { Conversation as ConversationRow } from "./generated/sqlite/client.ts";
import { eventOf } from "./rows.ts";

/** Everything of one conversation goes, and its row stays as a stone without a name. Returns what was elsewhere. */
export async function eraseConversation(
  transaction: Transaction,
  row: ConversationRow,
  { keepElsewhere, reason, by, at }: ErasureRequest,
): Promise<boolean> {
  const { id: conversationId, siteKey } = row;
  // Whoever saves on the version before this one is refused from here on, in every process.
  const { count } = await transaction.conversation.updateMany({
    where: { id: conversationId, version: row.version, status: { not: erasedStatus } },
    data: stone(row),
  });
  if (count === 0) return false;

  const events = (await transaction.event.findMany({ where: { conversationId } })).map(eventOf);
  const copies = [
    ...(await filesOf(transaction, row, events)),
    ...(await placesOf(transaction, conversationId)),
    ...writtenElsewhere(events),
  ];
  const removed = await removedFrom(transaction, conversationId, events, copies);
  await deleteRows(transaction, row, copies);
  await transaction.erasure.create({
    data: {
      ...{ conversationId, siteKey, reason, by },
      ...{ at: BigInt(at), removed: JSON.stringify(removed), dueAt: BigInt(at) },
    },
  });
  await addCopies(transaction, conversationId, copies, keepElsewhere);
  return true;
}

/** Numbers for whoever counts conversations, and nothing of what was said or by whom. */
const stone = ({ id, version, handoff }: ConversationRow) => ({
  status: erasedStatus,
  visitorId: erasedVisitorId(id),
  version: version + 1,
  visitorName: null,
  visitorEmail: null,
  visitorPhone: null,
  lostContacts: null,
  visitorLanguage: null,
  pageUrl: null,
  pageTitle: null,
  agentId: null,
  agentName: null,
  agentAvatarUrl: null,
  translating: null,
  handoff: handoff === null ? null : withoutWords(handoff),
  brief: null,
  offer: null,
  waitingSince: null,
  lastText: "",
  asksContact: 0,
});

function withoutWords(handoff: string): string {
  const { by, rule, at } = JSON.parse(handoff);
  return JSON.stringify({ by, reason: "", rule, at });
}

/** Of its messages, in all their versions, and what the visitor sent us and did not use. */
async function filesOf(
  transaction: Transaction,
  { siteKey, visitorId }: ConversationRow,
  events: readonly ConversationEvent[],
): Promise<Copy[]> {
  const named = events.flatMap((event) =>
    "message" in event ? (event.message.files ?? []).map(({ id }) => id) : [],
  );
  const sent = await transaction.file.findMany({ where: { siteKey, visitorId }, select: { id: true } });
  const ids = [...new Set([...named, ...sent.map(({ id }) => id)])];
  return ids.map((externalId) => ({ place: "file", externalId }));
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

async function removedFrom(
  transaction: Transaction,
  conversationId: string,
  events: readonly ConversationEvent[],
  copies: readonly Copy[],
): Promise<RemovedHere> {
  const posted = asItStands(events).flatMap((event) =>
    event.type === "message.posted" ? [event.message] : [],
  );
  const isOut = { in: ["sent", "delivered"] };
  const addresses = await transaction.mailAddress.findMany({ where: { conversationId } });
  const proposals = await transaction.proposal.groupBy({
    by: ["state"],
    where: { conversationId },
    _count: true,
  });
  const decided = (state: string) => proposals.find((one) => one.state === state)?._count ?? 0;
  return {
    messages: posted.filter(({ note }) => !note).length,
    notes: posted.filter(({ note }) => note).length,
    files: copies.filter(({ place }) => place === "file").length,
    writings: events.filter(({ type }) => type === "conversation.briefed" || type === "conversation.summedUp")
      .length,
    proposals: decided("open"),
    learned: decided("approved"),
    mailsSent:
      (await transaction.notice.count({ where: { conversationId, way: "email", state: isOut } })) +
      addresses.reduce((sum, { messageIds }) => sum + JSON.parse(messageIds).length, 0),
    smsSent: await transaction.notice.count({ where: { conversationId, way: "sms", state: isOut } }),
  };
}

async function deleteRows(
  transaction: Transaction,
  row: ConversationRow,
  copies: readonly Copy[],
): Promise<void> {
  const { id: conversationId, visitorId, visitorEmail, visitorPhone } = row;
  await deleteBeside(transaction, conversationId);
  await transaction.event.deleteMany({ where: { conversationId } });
  await transaction.source.deleteMany({ where: { conversationId } });
  const files = copies.flatMap(({ place, externalId }) => (place === "file" ? [externalId] : []));
  await transaction.file.deleteMany({ where: { id: { in: files } } });
  await transaction.handoffPhrase.deleteMany({ where: { visitorId } });
  const reachedAt = [visitorEmail, visitorPhone].filter((one) => one !== null);
  await transaction.unreachable.deleteMany({ where: { recipient: { in: reachedAt } } });
}

/** What stands beside the log: also what was written there a moment too late. */
export async function deleteBeside(transaction: Transaction, conversationId: string): Promise<void> {
  const where = { conversationId };
  const proposals = await transaction.proposal.findMany({ where, select: { id: true } });
  await transaction.thread.deleteMany({
    where: { channel: "slack-lessons", conversationId: { in: proposals.map(({ id }) => id) } },
  });
  // What was decided about a phrase of many visitors stays decided.
  await transaction.proposal.updateMany({
    where: { ...where, kind: "trigger", state: { not: "open" } },
    data: { conversationId: "" },
  });
  await transaction.proposal.deleteMany({ where });
  // The reports go on counting it, without the words that had matched.
  await transaction.stretch.updateMany({ where, data: { phrase: null, stillWaiting: 0 } });
  await transaction.findable.deleteMany({ where });
  await transaction.attended.deleteMany({ where });
  await transaction.reading.deleteMany({ where });
  await transaction.lane.deleteMany({ where });
  await transaction.thread.deleteMany({ where });
  await transaction.formerThread.deleteMany({ where });
  await transaction.copy.deleteMany({ where });
  await transaction.heldReply.deleteMany({ where });
  await transaction.presence.deleteMany({ where });
  await transaction.mailAddress.deleteMany({ where });
  await transaction.notice.deleteMany({ where });
}

/** Known ones stay as they are. */
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
      ON CONFLICT ("place", "externalId") DO NOTHING`;
  }
}
