import { messageIn } from "../conversation/as-it-stands.ts";
import type { Agent } from "../conversation/conversation.ts";
import type { Directory } from "../conversation/directory.ts";
import { ConversationError } from "../conversation/errors.ts";
import type { Conversations } from "../conversation/index.ts";
import type { Message } from "../conversation/message.ts";
import type { ConversationStore, Source } from "../conversation/store.ts";
import type { Live } from "../live.ts";
import type { Log } from "../log.ts";
import type { SettingsDesk } from "../settings/index.ts";
import type { Sites } from "../settings/sites.ts";
import type { AuditFilter, AuditStore } from "./audit.ts";
import { createClearing } from "./erasing/clearing.ts";
import { filesRemover } from "./erasing/files-remover.ts";
import type { Erasure, ErasureRequest, Erasures } from "./erasing/ports.ts";
import { type Receipt, receiptOf } from "./erasing/receipt.ts";
import type { Remover } from "./erasing/remover.ts";
import type { Fingerprint } from "./erasing/traces.ts";
import { createRetention, dayMs } from "./retention.ts";
import type { Turns } from "./turns.ts";

export interface PrivacyOptions {
  conversations: Pick<Conversations, "reveal">;
  /** With everything as it was said. */
  store: ConversationStore;
  directory: Directory;
  erasures: Erasures;
  traces: { fingerprint: Fingerprint; forgetOld(): Promise<void> };
  turns: Turns;
  audit: AuditStore;
  sites: Pick<Sites, "list">;
  settings: Pick<SettingsDesk, "current">;
  files: { forget(id: string): Promise<void> };
  /** Removes what stands in Slack; none without Slack. */
  slack: Remover | undefined;
  live: Pick<Live, "announce">;
  now: () => number;
  log: Log;
  /** How long something of an erased conversation may be in somebody's hands; a minute when left out. */
  settledAfterMs?: number | undefined;
}

export type Privacy = ReturnType<typeof createPrivacy>;

/** What people may read of what is masked, and what is no more: both on the record. */
export function createPrivacy(options: PrivacyOptions) {
  const { conversations, store, directory, erasures, audit, settings, files, slack, live, now } = options;
  const { fingerprint } = options.traces;
  const clearing = createClearing({
    ...options,
    fingerprint,
    removers: [filesRemover(files), ...(slack ? [slack] : [])],
  });
  const retention = createRetention({ ...options, erase });

  async function erase(request: Omit<ErasureRequest, "at">): Promise<Erasure | undefined> {
    const before = await store.find(request.conversationId);
    const erasure = before && (await erasures.erase({ ...request, at: now(), fingerprint }));
    if (!before || !erasure) return undefined;
    const { id: conversationId, siteKey, visitor } = before;
    live.announce({ conversationId, siteKey, visitorId: visitor.id, seq: 0, isErased: true });
    clearing.kick();
    return erasure;
  }

  return {
    /** A message as it was said, for somebody who may read it: on the record before they do. */
    async reveal(request: {
      conversationId: string;
      messageId: string;
      agent: Agent;
      source: Source;
    }): Promise<Message> {
      const { conversationId, messageId, agent } = request;
      await conversations.reveal(request);
      await audit.add({ kind: "revealed", conversationId, by: agent.name, at: now() });
      const message = messageIn(await store.eventsAfter(conversationId, 0), messageId)?.message;
      if (!message) throw new ConversationError("not_found", "This message is no longer there.");
      return message;
    },

    async rightsOf(member: { role: string }): Promise<{ mayReveal: boolean; isMasking: boolean }> {
      const { secretsRevealedBy, maskSecrets } = await settings.current();
      const mayReveal = member.role === "admin" || secretsRevealedBy === "everyone";
      return { mayReveal, isMasking: maskSecrets };
    },

    /** Everything as it was said, for those who may reveal what is masked. */
    asSaid: { store, directory },

    /** Transcripts are taken out. Where nothing is masked, nothing is in the file either. */
    async exported(by: string, what: { conversationId?: string | undefined; isMasked: boolean }) {
      const isMasked = what.isMasked && (await settings.current()).maskSecrets;
      await audit.add({ kind: "exported", ...what, isMasked, by, at: now() });
    },

    /** Everything of a conversation goes, here at once and elsewhere as fast as others allow. */
    async erase(conversationId: string, by: string): Promise<Receipt | undefined> {
      const erasure = await erase({ conversationId, by, reason: "asked" });
      if (!erasure) return undefined;
      await audit.add({ kind: "erased", conversationId, by, at: now() });
      return receiptOf(erasure, erasures);
    },

    async receipt(conversationId: string): Promise<Receipt | undefined> {
      const erasure = await erasures.find(conversationId);
      return erasure && receiptOf(erasure, erasures);
    },

    erasures: (limit: number) => erasures.list(limit),

    /** Tries once more what could not be removed. */
    async retry(conversationId: string): Promise<Receipt | undefined> {
      if (!(await erasures.retry(conversationId, now()))) return undefined;
      clearing.kick();
      const erasure = await erasures.find(conversationId);
      return erasure && receiptOf(erasure, erasures);
    },

    audit: (limit: number, filter?: AuditFilter) => audit.list(limit, filter),

    /** How many conversations of a site would go now if it kept them so many days. */
    wouldGo: (siteKey: string, keepDays: number) =>
      keepDays > 0 ? erasures.countOver(siteKey, now() - keepDays * dayMs) : Promise.resolve(0),

    /** Erases what is over now, if nobody has looked within a day. */
    lookForOver: retention.look,

    start(): void {
      clearing.start();
      retention.start();
    },

    async stop(): Promise<void> {
      await retention.stop();
      await clearing.stop();
    },
  };
}
