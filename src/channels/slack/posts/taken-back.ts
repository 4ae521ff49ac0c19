import type { ConversationEvent } from "../../../conversation/events.ts";
import type { Author, Message } from "../../../conversation/message.ts";
import { besideSlack } from "../card/acts.ts";
import { cut } from "../text/cut.ts";

type TakenBack = Extract<ConversationEvent, { type: "message.deleted" | "message.madeInternal" }>;

/**
 * What a thread says when the visitor no longer has something; undefined where there is nothing to say. What we posted
 * is changed in place; what agents wrote in Slack themselves is not ours to change.
 */
export function takenBackLine(
  event: TakenBack,
  { nameOf, writtenInSlack }: { nameOf: (author: Author) => string; writtenInSlack: ReadonlySet<number> },
): string | undefined {
  const { message, type } = event;
  if (!writtenInSlack.has(event.posted.seq)) return undefined;
  if (type === "message.madeInternal")
    return `${event.by.name} made this internal: ${quoted(message)} The visitor no longer has it.`;
  if (event.via !== besideSlack)
    return message.note
      ? `${nameOf(event.by)} deleted this note: ${quoted(message)}`
      : `${nameOf(event.by)} deleted ${quoted(message)} The visitor no longer has it.`;
  // Gone from Slack as well: quoted, it would stand there again. A note was never with the visitor.
  return message.note
    ? undefined
    : `A reply by ${nameOf(message.author)} was deleted. The visitor no longer has it.`;
}

/** Where agents' messages stand that were written in Slack: whoever wrote them may be a member of the inbox, too. */
export const writtenInSlack = (events: readonly ConversationEvent[]): ReadonlySet<number> =>
  new Set(
    events
      .filter((event) => event.type === "message.posted" && event.message.author.kind === "agent")
      .filter(({ via }) => via === "slack" || via === besideSlack)
      .map(({ seq }) => seq),
  );

export const isTakenBack = ({ type }: ConversationEvent) =>
  type === "message.deleted" || type === "message.madeInternal";

function quoted({ text }: Message): string {
  const [start = "", more] = cut(text.replaceAll(/\s+/g, " ").trim(), 80);
  if (start === "") return "a file.";
  const words = `${start.trim()}${more === undefined ? "" : "…"}`;
  return `“${words}”${/[.!?…]$/.test(words) ? "" : "."}`;
}
