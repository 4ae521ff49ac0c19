import type { ConversationEvent } from "../../../conversation/events.ts";
import type { Message } from "../../../conversation/message.ts";
import { languageName } from "../../../settings/languages.ts";
import type { SlackThread } from "../replies/thread.ts";
import { cut } from "../text/cut.ts";
import { isShownIn } from "./shown-in.ts";

/** Of a message's other language in its fine line; all of it is in the inbox. */
const maxShown = 1_500;

/** What a thread says beside the words of a message that has two languages; undefined where there is nothing to say. */
export function besideWords({ author, text, translation }: Message): string | undefined {
  const isReply = author.kind === "agent";
  switch (translation?.state) {
    case "done":
      return isReply
        ? `Sent in ${languageName(translation.language)}: ${brief(translation.text)}`
        : `Original: ${brief(text)}`;
    case "failed":
      return `${isReply ? "Sent untranslated" : "Not translated"}: ${translation.reason}`;
    case "awaited":
    case "same":
    case undefined:
      return undefined;
  }
}

/** The same as a line of its own, below a reply that somebody wrote in the thread. */
export function belowReply(message: Message, name: string): string | undefined {
  const words = message.author.kind === "agent" ? besideWords(message) : undefined;
  return words && `${name}’s reply was ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** Whether such a line stands in a thread: what agents wrote there themselves is not ours to change. */
export function standsBelow(
  event: ConversationEvent,
  events: readonly ConversationEvent[],
  thread: SlackThread,
) {
  if (event.type !== "message.translated" || event.message.author.kind !== "agent") return false;
  const reply = events.find(({ seq }) => seq === event.posted.seq);
  return reply !== undefined && !isShownIn(thread, reply);
}

function brief(text: string): string {
  const [shown = "", more] = cut(text, maxShown);
  return more === undefined ? shown : `${shown.trim()}… The rest is in the inbox.`;
}
