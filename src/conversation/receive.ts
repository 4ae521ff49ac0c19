import { assertNotBlocked } from "./block.ts";
import { goingOn, isOpen, seenAs } from "./conversation.ts";
import type { Core, Whose } from "./core.ts";
import type { Happening } from "./events.ts";
import { inBothLanguages } from "./in-both-languages.ts";
import type { Attachment } from "./message.ts";
import { backToAssistant } from "./ownership.ts";
import type { Recorded, Source } from "./store.ts";
import { written } from "./text.ts";

/** By a conversation's id, what they say begins none where that one is no more. */
export type VisitorMessage = Whose & {
  /** Made by the sender; becomes the message's id. */
  id: string;
  text: string;
  files?: Attachment[] | undefined;
  source: Source;
};

export async function receive(core: Core, said: VisitorMessage): Promise<Recorded> {
  const conversation = await core.load(said);
  assertNotBlocked(conversation);
  const author = { kind: "visitor" } as const;
  const words = { id: said.id, author, ...written(said.text, said.files), note: false };
  const message = await inBothLanguages(core, conversation, words);

  const posted: Happening = { type: "message.posted", message };
  const happenings: Happening[] = isOpen(conversation)
    ? [posted]
    : [{ type: "conversation.reopened", by: author }, posted];

  const open = isOpen(conversation) ? goingOn(conversation) : backToAssistant(conversation);
  return core.record("visitor" in said ? seenAs(open, said) : open, happenings, said.source);
}
