import { type Conversation, isTranslated } from "./conversation.ts";
import type { Core } from "./core.ts";
import type { Message } from "./message.ts";
import { holdsAny } from "./translation.ts";

/** A message as it is recorded with new words: where both sides' are translated, it waits for that. */
export async function inBothLanguages(
  core: Core,
  conversation: Conversation,
  message: Message,
): Promise<Message> {
  const { translation: _, ...said } = message;
  if (said.note) return said;
  const isReply = said.author.kind === "agent";
  const awaits = isReply
    ? await mustWait(core, conversation)
    : isTranslated(conversation) && said.text !== "";
  if (awaits) return { ...said, translation: { state: "awaited" } };
  return said.sent ? { ...said, sent: { seq: said.sent.seq, text: said.text } } : said;
}

/** Also where there is nothing to translate, as long as an earlier reply is not with the visitor. */
async function mustWait({ store }: Core, conversation: Conversation): Promise<boolean> {
  if (!conversation.translating) return false;
  return isTranslated(conversation) || holdsAny(await store.eventsAfter(conversation.id, 0));
}
