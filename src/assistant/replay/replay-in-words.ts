import type { Changes, Replay } from "./replay.ts";

const shownExamples = 5;

/** What a replay found, for a message: how much it read, what would change, and the latest examples with their links. */
export function replayInWords(found: Replay, publicUrl: string): string {
  const { messages, conversations, connected, released } = found;
  const extent = `Looked at ${messages} ${messages === 1 ? "message" : "messages"} of ${conversations.read} of ${conversations.of} conversations, the latest first.`;
  const part = ({ count, examples }: Changes, what: string) =>
    count === 0
      ? []
      : [
          `${count} would ${what}:`,
          ...examples
            .slice(0, shownExamples)
            .map(({ text, conversationId }) => `• “${brief(text)}” ${publicUrl}/inbox/c/${conversationId}`),
          ...(count > shownExamples ? [`and ${count - shownExamples} more.`] : []),
        ];
  const changes = [
    ...part(connected, "be connected to people at once"),
    ...part(released, "no longer be connected"),
  ];
  return [extent, ...(changes.length > 0 ? changes : ["Nothing would change."])].join("\n");
}

const brief = (text: string) => {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
};
