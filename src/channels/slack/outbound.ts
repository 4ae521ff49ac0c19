import { asItStands, changesMessage } from "../../conversation/as-it-stands.ts";
import type { Agent } from "../../conversation/conversation.ts";
import type { ConversationEvent } from "../../conversation/events.ts";
import type { Identities } from "../../conversation/identities.ts";
import { type Delivery, Refused } from "../../conversation/listener.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import { sentSuggestions } from "../../conversation/suggestions.ts";
import type { Copies, Threads } from "../../conversation/threads.ts";
import type { Log } from "../../log.ts";
import { callDirectly } from "./calls/direct-messages.ts";
import type { Cards } from "./card/cards.ts";
import { createChanging } from "./posts/changing.ts";
import { draftsSentWith } from "./posts/drafts-sent.ts";
import { type Entry, entriesOf } from "./posts/entry.ts";
import type { FileSource } from "./posts/file-posts.ts";
import { isAfter, type Position, start } from "./posts/metadata.ts";
import { createOpening } from "./posts/opening.ts";
import { packed } from "./posts/pack.ts";
import { createPostCopies } from "./posts/post-copies.ts";
import { createRemovingFiles } from "./posts/removing-files.ts";
import { createSaying } from "./posts/saying.ts";
import { isTakenBack, writtenInSlack } from "./posts/taken-back.ts";
import { createUploadCopies } from "./posts/upload-copies.ts";
import type { Receipts } from "./receipts/receipts.ts";
import { decodeThread } from "./replies/thread.ts";
import { userIn } from "./workspace/people.ts";
import type { Workspaces } from "./workspace/workspaces.ts";

export interface OutboundOptions {
  workspaces: Workspaces;
  cards: Cards;
  receipts: Receipts;
  store: ConversationStore;
  threads: Threads;
  copies: Copies;
  identities: Pick<Identities, "of">;
  files: FileSource | undefined;
  publicUrl: string;
  fetch: typeof fetch | undefined;
  log: Log;
}

/** Brings what happened into the conversation's thread, and opens the thread with the whole history the first time. */
export function createOutbound(slack: OutboundOptions) {
  const { workspaces, cards, receipts, store, threads, copies, identities, publicUrl } = slack;
  const posts = createPostCopies(copies);
  const uploads = createUploadCopies(copies);
  const openThread = createOpening({ ...slack, posts });
  const change = createChanging({ ...slack, posts });
  const say = createSaying({ ...slack, posts, uploads });
  const removeFiles = createRemovingFiles({ uploads });

  return async ({ conversation, events: news, uncertain, heard }: Delivery): Promise<void> => {
    const conversationId = conversation.id;
    const known = await threads.find("slack", conversationId);
    const thread = known ? decodeThread(known) : await openThread(conversation, uncertain);
    const workspace = await workspaces.byTeam(thread.team);
    if (!workspace) throw new Refused(elsewhere);
    const self = await workspace.identity();
    const setting = { appNames: [self.botName], inboxUrl: `${publicUrl}/inbox/c/${conversationId}` };

    const events = known ? news : await store.eventsAfter(conversationId, 0);
    const first = events[0]?.seq ?? 0;
    const found = uncertain ? await workspace.readBack.inThread(thread, conversationId, self) : undefined;
    const saidTo = found
      ? await posts.restore(thread, found)
      : await posts.saidTo(thread, conversationId, first);

    const before = isAfter(saidTo, lastBefore(first)) ? saidTo : lastBefore(first);
    const changePostsOf = (seq: number) =>
      change({ conversation, seq, isNew: seq >= first, thread, saidTo: before, setting });
    for (const event of known ? events.filter(changesMessage) : []) {
      await changePostsOf(event.posted.seq);
      await removeFiles(event, thread, workspace);
    }
    const history = () => store.eventsAfter(conversationId, 0);
    for (const seq of known ? await draftsSentWith(events, history) : []) await changePostsOf(seq);

    /** Our own post has it already. */
    const standsBeside = async (event: ConversationEvent) =>
      event.type === "message.translated" &&
      (await posts.of(thread, conversationId, event.posted.seq)).here.length > 0;
    const unsaid: ConversationEvent[] = [];
    for (const event of asItStands(events)) if (!(await standsBeside(event))) unsaid.push(event);

    let heardTo = first - 1;
    const inThread = found?.files ?? new Set<string>();
    const stillHere = () => heard(heardTo);
    const whole = known && events.some(isTakenBack) ? await history() : events;
    const around = {
      ...{ conversation, sent: sentSuggestions(events), writtenInSlack: writtenInSlack(whole) },
      userOf: (agent: Pick<Agent, "id">) => userIn(thread.team, agent, identities),
    };
    const entries = unsaid
      .flatMap((event) => entriesOf(event, around))
      .filter(({ position }) => isAfter(position, saidTo));
    for (const post of packed(first === 1 ? worthSaying(entries, Number(thread.ts) * 1000) : entries)) {
      await say(post, { conversationId, thread, workspace, setting, inThread, stillHere });
      heardTo = Math.max(heardTo, lastWhole(post, entries));
      await heard(heardTo);
    }
    // Who was called before there was a thread is not called again for its sake.
    for (const event of known ? unsaid : [])
      await callDirectly(event, conversation, { ...slack, workspace, ...setting });
    await heard(events.at(-1)?.seq ?? heardTo);

    const isReceipt = events.map(({ type }) => type === "conversation.reached");
    if (events.some(isNowWithVisitor)) receipts.wrote(conversationId);
    if (isReceipt.includes(true)) receipts.reached(conversation);
    if (isReceipt.includes(false)) await cards.refresh(conversationId);
  };
}

const elsewhere =
  "This conversation's thread is in a Slack workspace the app is not in any more. Answer it in the inbox.";

/** A reply that had to wait has gone: whether it arrives can be told from now on. */
const isNowWithVisitor = (event: ConversationEvent) =>
  event.type === "message.translated" && event.message.author.kind === "agent";

const lastBefore = (seq: number): Position => ({ seq: seq - 1, part: Number.POSITIVE_INFINITY });

/** A new thread whose conversation has no words yet: its card says everything. */
const worthSaying = (entries: Entry[], openedAt: number) =>
  entries.every(({ kind, at }) => kind === "line" && at < openedAt) ? [] : entries;

/** The last event that is in Slack completely once this post is. */
function lastWhole(post: Entry[], entries: Entry[]): number {
  const last = post.at(-1)?.position ?? start;
  const isCutOff = entries.some(({ position }) => position.seq === last.seq && position.part > last.part);
  return isCutOff ? last.seq - 1 : last.seq;
}
