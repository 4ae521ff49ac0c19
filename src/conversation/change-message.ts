import { messageIn } from "./as-it-stands.ts";
import { assertNotBlocked } from "./block.ts";
import type { Agent, Conversation } from "./conversation.ts";
import type { Core, Whose } from "./core.ts";
import { ConversationError } from "./errors.ts";
import type { Happening } from "./events.ts";
import { inBothLanguages } from "./in-both-languages.ts";
import type { Attachment, Author, Message } from "./message.ts";
import type { Recorded, Source } from "./store.ts";
import { written } from "./text.ts";
import { forVisitor } from "./translation.ts";
import { unchanged } from "./unchanged.ts";

export type MessageChange = Whose & {
  messageId: string;
  by: Author;
  source: Source;
};

export interface MadeInternal {
  conversationId: string;
  messageId: string;
  by: Agent;
  source: Source;
}

export type Edit = MessageChange & {
  text: string;
  /** Left out: the files stay. */
  files?: Attachment[] | undefined;
};

/** A visitor who changes words long said would leave agents with answers to nothing. */
const visitorEditsWithinMs = 15 * 60_000;

/** Only who wrote a message may change its words. */
export async function edit(
  core: Core,
  { messageId, by, text, files, source, ...whose }: Edit,
): Promise<Recorded> {
  const { conversation, message, posted } = await find(core, whose, messageId);
  if (!message || !posted) return unchanged(conversation);
  assertSame(message.author, by);
  if (by.kind === "visitor") {
    assertNotBlocked(conversation);
    if (core.now() - posted.at > visitorEditsWithinMs)
      throw new ConversationError("too_late", "This message can no longer be changed. Write a new one.");
  }

  const { files: _, ...rest } = message;
  const edited: Message = { ...rest, ...written(text, files ?? message.files), isEdited: true };
  if (edited.text === message.text && sameFiles(edited.files, message.files)) return unchanged(conversation);
  // What the visitor has stays with them until the new words are translated.
  const isSent = conversation.translating && by.kind === "agent" && !message.note;
  const sent = isSent ? forVisitor(message, posted.seq) : undefined;
  const reworded = await inBothLanguages(core, conversation, { ...edited, ...(sent && { sent }) });
  return core.record(conversation, [{ type: "message.edited", message: reworded, posted }], source);
}

/** Gone, without a trace at the visitor's. Agents may delete what any agent wrote, as Slack's admins may. */
export async function remove(
  core: Core,
  { messageId, by, source, ...whose }: MessageChange,
): Promise<Recorded> {
  const { conversation, message, posted } = await find(core, whose, messageId);
  if (!message || !posted) return unchanged(conversation);
  if (message.author.kind !== by.kind) throw notYours();

  const deleted: Happening = { type: "message.deleted", message, posted, by };
  return core.record(conversation, [deleted], source);
}

/** A reply that should have been a note: it vanishes at the visitor's and stays with the team. */
export async function makeInternal(
  core: Core,
  { messageId, by, source, ...whose }: MadeInternal,
): Promise<Recorded> {
  const { conversation, message, posted } = await find(core, whose, messageId);
  if (!message || !posted || message.note) return unchanged(conversation);
  if (message.author.kind === "visitor")
    throw new ConversationError("not_yours", "The visitor wrote this: it cannot be hidden from them.");

  const { translation: _, sent: __, ...words } = message;
  const note = { ...words, note: true };
  return core.record(conversation, [{ type: "message.madeInternal", message: note, posted, by }], source);
}

async function find(core: Core, whose: Whose, messageId: string) {
  const conversation: Conversation = await core.load(whose);
  const events = await core.store.eventsAfter(conversation.id, 0);
  return { conversation, ...(messageIn(events, messageId) ?? { message: undefined, posted: undefined }) };
}

function assertSame(author: Author, by: Author): void {
  const isSame =
    author.kind === "agent" && by.kind === "agent" ? author.id === by.id : author.kind === by.kind;
  if (!isSame) throw notYours();
}

const notYours = () =>
  new ConversationError("not_yours", "Only the one who wrote a message can change or delete it.");

const sameFiles = (one: Attachment[] = [], other: Attachment[] = []) =>
  one.map(({ id }) => id).join() === other.map(({ id }) => id).join();
