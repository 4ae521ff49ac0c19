import { assertNotBlocked } from "./block.ts";
import { goingOn, isOpen, type Page, reopened, seenAs, type Visitor } from "./conversation.ts";
import type { Core } from "./core.ts";
import type { Happening } from "./events.ts";
import { inBothLanguages } from "./in-both-languages.ts";
import type { Attachment } from "./message.ts";
import type { Recorded, Source } from "./store.ts";
import { written } from "./text.ts";

export interface VisitorMessage {
  siteKey: string;
  visitor: Visitor;
  page?: Page | undefined;
  /** Made by the sender; becomes the message's id. */
  id: string;
  text: string;
  files?: Attachment[] | undefined;
  source: Source;
}

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

  const open = isOpen(conversation) ? goingOn(conversation) : reopened(conversation);
  return core.record(seenAs(open, said), happenings, said.source);
}
