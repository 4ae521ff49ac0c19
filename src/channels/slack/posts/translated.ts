import type { Message } from "../../../conversation/message.ts";
import { languageName } from "../../../settings/languages.ts";
import { cut } from "../text/cut.ts";

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

function brief(text: string): string {
  const [shown = "", more] = cut(text, maxShown);
  return more === undefined ? shown : `${shown.trim()}… The rest is in the inbox.`;
}
