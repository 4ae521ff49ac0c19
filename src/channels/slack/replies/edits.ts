import type { HeldReplies } from "../../../conversation/held-replies.ts";
import type { Conversations } from "../../../conversation/index.ts";
import type { ConversationStore, Source } from "../../../conversation/store.ts";
import { createMemory } from "../../../memory.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Asking } from "./asking.ts";
import { createChangeHeld } from "./change-held.ts";
import { createChangeSent } from "./change-sent.ts";
import { type FoundMessage, findMessage } from "./find-message.ts";
import type { IncomingFiles } from "./incoming-files.ts";
import { mayStillCome } from "./may-still-come.ts";
import { noteIn } from "./note-prefix.ts";
import type { Recording } from "./recording.ts";
import type { ReplyEvent } from "./reply-event.ts";
import { sourceOf } from "./source.ts";
import type { TakeReply } from "./take-reply.ts";
import { written } from "./written.ts";

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
  /** It bore the sign of a note before; undefined when Slack does not say. */
  wasMarked: boolean | undefined;
}

export type Edits = ReturnType<typeof createEdits>;

/** What agents change after they wrote it changes in place, at the visitor's too. */
export function createEdits(options: EditsOptions) {
  const { conversations, store, heldReplies, incomingFiles, takeReply, now } = options;
  const changeHeld = createChangeHeld(options);
  const changeSent = createChangeSent(conversations);
  const latest = createMemory<string>({ max: 10_000 });

  /** Returns what its author should know of. */
  return async (edited: Edited, conversationId: string, workspace: Workspace): Promise<string[]> => {
    const { teamId } = await workspace.identity();
    const source = sourceOf(teamId, edited.reply);
    if ((latest.get(source.externalId) ?? "") >= edited.at) return [];
    const told = await take({ ...edited, conversationId, source }, workspace);
    latest.set(source.externalId, edited.at);
    return told;
  };

  async function take(
    { reply, at, wasMarked, conversationId, source }: Edited & { conversationId: string; source: Source },
    workspace: Workspace,
  ): Promise<string[]> {
    const { directory, identity } = workspace;
    const { teamId, botUserId } = await identity();
    const [agent, { text, callsColleagues }, { attachments, problems }, conversation] = await Promise.all([
      directory.agent(teamId, reply.user),
      written(reply, directory, botUserId),
      incomingFiles.announce(reply.files ?? [], conversationId, workspace),
      store.find(conversationId),
    ]);
    const files = reply.files ? attachments : undefined;
    const said = { conversationId, agent, text, files, source };
    const looks = { text, callsColleagues, visitorName: conversation?.visitor.name };

    const told = await changed();
    if (told) return told;
    if (!mayStillCome(reply, now())) return [neverSent];
    const taken = await takeReply(reply, conversationId, workspace, { isMarked: wasMarked });
    return (await isOtherwise()) ? ((await changed()) ?? taken) : taken;

    /** Undefined when nothing was taken yet that could be changed. */
    async function changed(): Promise<string[] | undefined> {
      const held = await heldReplies.find(source);
      if (held && (await changeHeld(held, said, looks, workspace))) return problems;

      const found = await findMessage(store, source);
      if (!found) return undefined;
      if (!found.now || isOutOfDate(found, at, source)) return [];
      return [...problems, ...(await changeSent(found.now, { said, looks, wasMarked, at }))];
    }

    /** Another process took the message as it was before, in the same moment. */
    async function isOtherwise(): Promise<boolean> {
      const note = noteIn(text);
      const held = await heldReplies.find(source);
      if (held) return note !== undefined || held.text !== text;
      const message = (await findMessage(store, source))?.now?.message;
      if (!message) return false;
      return message.text !== (note ?? text) || (note !== undefined && !message.note);
    }
  }
}

/** Events come in any order, and edits do too. */
const isOutOfDate = ({ since }: FoundMessage, at: string, { externalId }: Source): boolean =>
  since.some(
    (event) =>
      event.type === "message.edited" &&
      event.externalId.startsWith(`${externalId}/`) &&
      (event.externalId.split("/")[3] ?? "") >= at,
  );

const neverSent =
  "The visitor was never sent this message, so there is nothing to change. Write it as a new one.";
