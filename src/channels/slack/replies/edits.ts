import { LRUCache } from "lru-cache";
import type { Conversations } from "../../../conversation/index.ts";
import type { ConversationStore, HeldReplies, HeldReply, Source } from "../../../conversation/ports.ts";
import type { AgentReply } from "../../../conversation/reply.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Asking } from "./asking.ts";
import { type FoundMessage, findMessage } from "./find-message.ts";
import type { IncomingFiles } from "./incoming-files.ts";
import { looksInternal } from "./looks-internal.ts";
import { noteIn } from "./note-prefix.ts";
import type { Recording } from "./recording.ts";
import type { ReplyEvent } from "./reply-event.ts";
import { takenBack } from "./seen.ts";
import { addressIn, sourceOf } from "./source.ts";
import type { TakeReply } from "./take-reply.ts";
import { type Written, written } from "./written.ts";

export interface EditsOptions {
  conversations: Conversations;
  store: ConversationStore;
  heldReplies: HeldReplies;
  incomingFiles: IncomingFiles;
  recording: Recording;
  asking: Asking;
  takeReply: TakeReply;
  now: () => number;
}

/** A message as it is since `at`, Slack's time of the edit. */
export interface Edited {
  reply: ReplyEvent;
  at: string;
  /** It bore the sign of a note before. Undefined when Slack does not say what it was. */
  wasMarked: boolean | undefined;
}

export type Edits = ReturnType<typeof createEdits>;

/** Slack gives up delivering a message after six minutes: one we do not know by then was never for the visitor. */
const mayStillComeMs = 10 * 60_000;

/** What agents change after they wrote it changes in place, at the visitor's too. */
export function createEdits(options: EditsOptions) {
  const { conversations, store, heldReplies, incomingFiles, recording, asking, takeReply, now } = options;
  const latest = new LRUCache<string, string>({ max: 10_000 });

  /** Returns what its author should know of. */
  return async (edited: Edited, conversationId: string, workspace: Workspace): Promise<string[]> => {
    const { reply, at } = edited;
    const { teamId } = await workspace.identity();
    const source = sourceOf(teamId, reply);
    if ((latest.get(source.externalId) ?? "") >= at) return [];
    const told = await take({ ...edited, conversationId, source }, workspace);
    latest.set(source.externalId, at);
    return told;
  };

  async function take(
    { reply, at, wasMarked, conversationId, source }: Edited & { conversationId: string; source: Source },
    workspace: Workspace,
  ): Promise<string[]> {
    const { teamId } = await workspace.identity();

    const [agent, looks, { attachments, problems }] = await Promise.all([
      workspace.directory.agent(teamId, reply.user),
      written(reply, workspace.directory),
      incomingFiles.announce(reply.files ?? [], conversationId, workspace),
    ]);
    const files = reply.files ? attachments : undefined;
    const said = { conversationId, agent, text: looks.text, files, source };
    const held = await heldReplies.find(source);
    if (held && (await changedWhileHeld(held, said, looks, workspace))) return problems;

    const found = await findMessage(store, source);
    if (!found) return isRecent(reply) ? takeReply(reply, conversationId, workspace) : [neverSent];
    if (!found.now || isOutOfDate(found, at, source)) return [];
    return [...problems, ...(await change(found, { ...said, wasMarked, at }, looks))];
  }

  /** Whether that was all there was to do: it may have been sent in the same moment. */
  async function changedWhileHeld(
    held: HeldReply,
    said: AgentReply,
    { text, callsColleagues }: Written,
    workspace: Workspace,
  ): Promise<boolean> {
    const { source } = held;
    const note = noteIn(text);
    if (note !== undefined) {
      const { fresh } = await recording.keep({ ...said, text: note }, workspace);
      await heldReplies.drop(source);
      return fresh;
    }
    await heldReplies.change(source, said);
    if (held.reason === "undo" && looksInternal({ text, callsColleagues })) {
      await heldReplies.drop(source);
      const asked: HeldReply = { ...said, reason: "note" };
      if (!(await store.recorded(source)) && (await heldReplies.hold(asked))) asking.ask(asked, workspace);
    }
    return (await store.recorded(source)) === undefined;
  }

  async function change(
    { now: found, conversationId }: FoundMessage,
    { agent, text, files, source, wasMarked, at }: AgentReply & Pick<Edited, "wasMarked" | "at">,
    looks: Written,
  ): Promise<string[]> {
    if (!found) return [];
    const { message, posted } = found;
    const { teamId, ...address } = addressIn(source);
    const messageId = message.id;
    const note = noteIn(text);
    const isInternal = message.note || note !== undefined;
    if (!isInternal && looksInternal(looks)) return [looksLikeNote];

    const told: string[] = [];
    if (!message.note && note !== undefined) {
      const made = {
        conversationId,
        messageId,
        by: agent,
        source: sourceOf(teamId, address, `${at}/internal`),
      };
      const { conversation } = await conversations.makeInternal(made);
      told.push(takenBack(conversation, posted));
    }
    await conversations.edit({
      ...{ conversationId, messageId, text: note ?? text, files },
      by: { kind: "agent", ...agent },
      source: sourceOf(teamId, address, at),
    });
    if (message.note && note === undefined && wasMarked) told.push(staysNote);
    return told;
  }

  function isRecent({ ts }: ReplyEvent): boolean {
    return now() - Number(ts) * 1_000 < mayStillComeMs;
  }

  /** Events come in any order, and edits do too. */
  function isOutOfDate({ since }: FoundMessage, at: string, { externalId }: Source): boolean {
    return since.some(
      (event) =>
        event.type === "message.edited" &&
        event.externalId.startsWith(`${externalId}/`) &&
        (event.externalId.split("/")[3] ?? "") >= at,
    );
  }
}

const neverSent =
  "The visitor was never sent this message, so there is nothing to change. Write it as a new one.";
const staysNote =
  "This was a note and stays one: the visitor does not see it. To answer them, write a new message.";
const looksLikeNote =
  "Your edit looks like a note for your team, so the visitor still sees what you wrote before. Begin with note: to take it back from them, or edit it again.";
