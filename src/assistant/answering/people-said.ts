import { type ConversationEvent, isNote } from "../../conversation/events.ts";
import { indexedTerms, languageOf } from "../../knowledge/words/indexed-terms.ts";

const leastShare = 0.5;

/**
 * Whether a sentence repeats what people told the visitor before they left the conversation. Their promises are theirs:
 * who repeats one calls nobody.
 */
export function peopleSaid(history: readonly ConversationEvent[]): (sentence: string) => boolean {
  const ended = history.findLastIndex(
    ({ type }) => type === "conversation.handedBack" || type === "conversation.closed",
  );
  const known = new Set(history.flatMap((event, index) => wordsIn(event, index < ended)).flatMap(termsOf));

  return (sentence) => {
    const terms = [...new Set(termsOf(sentence))];
    const shared = terms.filter((term) => known.has(term));
    return shared.length >= 2 && shared.length >= terms.length * leastShare;
  };
}

function wordsIn(event: ConversationEvent, isBefore: boolean): string[] {
  if (event.type === "conversation.summedUp") return [event.account];
  if (!isBefore || event.type !== "message.posted" || isNote(event)) return [];
  return event.message.author.kind === "agent" ? [event.message.text] : [];
}

const termsOf = (text: string) => indexedTerms(text, languageOf(text));
