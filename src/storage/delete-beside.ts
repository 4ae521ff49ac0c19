import type { Transaction } from "./client.ts";

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
  // What the team was told is their own: whoever answers it is to hear that there is nobody any more.
  await transaction.notice.deleteMany({ where: { ...where, sentAt: null } });
}
