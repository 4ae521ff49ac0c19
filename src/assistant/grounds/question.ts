import type { ConversationEvent } from "../../conversation/events.ts";

const earlierMessages = 3;

/** What the visitor asks now, as what they said since they were last answered; and what they said before. */
export function questionIn(history: readonly ConversationEvent[]): { question: string; before: string[] } {
  const posted = history.flatMap((event) =>
    event.type === "message.posted" && !event.message.note ? [event.message] : [],
  );
  const answered = posted.findLastIndex(({ author }) => author.kind !== "visitor");
  const before = posted.slice(0, answered + 1).filter(({ author }) => author.kind === "visitor");
  return {
    question: posted
      .slice(answered + 1)
      .map(({ text }) => text)
      .join("\n"),
    before: before
      .map(({ text }) => text)
      .slice(-earlierMessages)
      .reverse(),
  };
}
