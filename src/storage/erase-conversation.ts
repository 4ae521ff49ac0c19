import { asItStands } from "../conversation/as-it-stands.ts";
import type { ConversationEvent } from "../conversation/events.ts";
import type { Lead } from "../conversation/traces.ts";
import type { Copy, ErasureRequest, RemovedHere } from "../privacy/erasing/ports.ts";
import type { Fingerprint } from "../privacy/erasing/traces.ts";
import type { Transaction } from "./client.ts";
import { addCopies, copiesOf } from "./copies-elsewhere.ts";
import { deleteBeside } from "./delete-beside.ts";
import { erasedStatus, erasedVisitorId } from "./erased.ts";
import type { Conversation as ConversationRow } from "./generated/sqlite/client.ts";
import { eventOf } from "./rows.ts";
import { leadsInto, leaveTraces } from "./traces.ts";

/** Everything of one conversation goes, and its row stays as a stone without a name. Returns what was elsewhere. */
export async function eraseConversation(
  transaction: Transaction,
  row: ConversationRow,
  { keepElsewhere, reason, by, at, fingerprint }: ErasureRequest & { fingerprint: Fingerprint },
): Promise<boolean> {
  const { id: conversationId, siteKey } = row;
  // Whoever saves on the version before this one is refused from here on, in every process.
  const { count } = await transaction.conversation.updateMany({
    where: { id: conversationId, version: row.version, status: { not: erasedStatus } },
    data: stone(row),
  });
  if (count === 0) return false;

  const events = (await transaction.event.findMany({ where: { conversationId } })).map(eventOf);
  const { copies, sharedFiles } = await copiesOf(transaction, row, events);
  const removed = { ...(await removedFrom(transaction, conversationId, events, copies)), sharedFiles };
  await leaveTraces(transaction, [...leadsTo(row), ...(await leadsInto(transaction, conversationId))], {
    ...{ siteKey, at, fingerprint },
  });
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

/** Besides mails and threads: the links and the browser that name its visitor, and the number they were answered at. */
const leadsTo = ({ siteKey, visitorId, visitorPhone, textedSeq }: ConversationRow): Lead[] => [
  { kind: "visitor", siteKey, visitorId },
  ...(visitorPhone !== null && textedSeq > 0 ? [{ kind: "phone", number: visitorPhone } as const] : []),
];

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
  missed: null,
  rating: null,
  waitingSince: null,
  lastText: "",
  asksContact: 0,
});

function withoutWords(handoff: string): string {
  const { by, rule, at } = JSON.parse(handoff);
  return JSON.stringify({ by, reason: "", rule, at });
}

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
  for (const recipient of [visitorEmail, visitorPhone])
    if (recipient !== null && !(await isSomebodyElses(transaction, recipient)))
      await transaction.unreachable.deleteMany({ where: { recipient } });
}

/** Whoever asked for no more there asked it for every conversation. */
const isSomebodyElses = async (transaction: Transaction, recipient: string): Promise<boolean> =>
  (await transaction.conversation.count({
    where: { OR: [{ visitorEmail: recipient }, { visitorPhone: recipient }] },
  })) > 0;
