import { asItStands } from "./as-it-stands.ts";
import { type Conversation, isTranslated } from "./conversation.ts";
import type { Core } from "./core.ts";
import type { Happening } from "./events.ts";
import type { Message, Sent, Translation } from "./message.ts";
import type { Recorded, Source } from "./store.ts";
import { isHeld } from "./translation.ts";
import { unchanged } from "./unchanged.ts";

/** What became of one message's translation. */
export interface Outcome {
  messageId: string;
  /** The words it was made of. Others by now: it is out of date. */
  of: string;
  translation: Exclude<Translation, { state: "awaited" }>;
}

export interface Translated {
  conversationId: string;
  outcomes: readonly Outcome[];
  /** The language the visitor was found to write, by its BCP 47 tag. */
  visitorLanguage?: string | undefined;
  source: Source;
}

/** Adds translations to what was said, and lets the replies go that waited for theirs: in order, each once. */
export async function translate(core: Core, translated: Translated): Promise<Recorded> {
  const { outcomes, visitorLanguage, source, ...whose } = translated;
  const conversation = await core.load(whose);
  const happenings: Happening[] = [];
  let isInTheWay = false;

  for (const event of asItStands(await core.store.eventsAfter(conversation.id, 0))) {
    if (event.type !== "message.posted") continue;
    const { message, seq, at } = event;
    const outcome = outcomes.find(({ messageId, of }) => messageId === message.id && of === message.text);
    const isLate: boolean = isHeld(message) && (isInTheWay || !outcome);
    isInTheWay ||= isLate;
    if (isLate || !outcome || !wantsTranslation(message, conversation)) continue;

    const { translation } = outcome;
    const next = conversation.seq + happenings.length + 1;
    const sent = message.author.kind === "agent" ? { sent: sentWith(message, translation, next) } : {};
    const posted = { seq, at };
    happenings.push({ type: "message.translated", message: { ...message, translation, ...sent }, posted });
  }

  if (happenings.length === 0) return unchanged(conversation);
  const { visitor } = conversation;
  const language = visitorLanguage ?? visitor.language;
  return core.record({ ...conversation, visitor: { ...visitor, language } }, happenings, source);
}

/** What was said before it was switched on too, by those the team reads; nothing that a visitor has read already. */
export function wantsTranslation(message: Message, conversation: Conversation): boolean {
  const { author, translation, text, note } = message;
  if (note) return false;
  if (translation?.state === "awaited") return true;
  if (author.kind === "agent" || text === "" || !isTranslated(conversation)) return false;
  return translation === undefined || translation.state === "failed";
}

function sentWith(
  { text: original, sent }: Message,
  translation: Outcome["translation"],
  next: number,
): Sent {
  const seq = sent?.seq ?? next;
  if (translation.state !== "done") return { seq, text: original };
  const { text, language } = translation;
  return { seq, text, original, language };
}
