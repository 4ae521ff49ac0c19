import type { ConversationEvent } from "../../../conversation/events.ts";
import type { Author, Message } from "../../../conversation/message.ts";
import { besideSlack } from "../card/acts.ts";
import { cut } from "../text/cut.ts";

type TakenBack = Extract<ConversationEvent, { type: "message.deleted" | "message.madeInternal" }>;

/**
 * What a thread says when the visitor no longer has something; undefined where there is nothing to say. What we posted
 * is changed in place; what agents wrote in Slack themselves is not ours to change.
 */
export function takenBackLine(event: TakenBack, nameOf: (author: Author) => string): string | undefined {
  const { message, type } = event;
  if (!isWrittenInSlack(message)) return undefined;
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

const isWrittenInSlack = ({ author }: Message) => author.kind === "agent" && author.id.startsWith("slack:");

function quoted({ text }: Message): string {
  const [start = "", more] = cut(text.replaceAll(/\s+/g, " ").trim(), 80);
  if (start === "") return "a file.";
  const words = `${start.trim()}${more === undefined ? "" : "…"}`;
  return `“${words}”${/[.!?…]$/.test(words) ? "" : "."}`;
}
