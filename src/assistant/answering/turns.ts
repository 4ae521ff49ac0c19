import type { Agent } from "../../conversation/conversation.ts";
import { type ConversationEvent, isNote } from "../../conversation/events.ts";
import type { Message } from "../../conversation/message.ts";
import type { Turn } from "../model.ts";

/**
 * The conversation as a model reads it, with a mark where a part of people's ended. Notes stay inside the team: what a
 * model knows, a visitor may get out of it.
 */
export function turnsOf(history: ConversationEvent[]): Turn[] {
  const accounts = new Map(
    history.flatMap((event) =>
      event.type === "conversation.summedUp" ? [[event.handedBackSeq, event.account] as const] : [],
    ),
  );
  return history.flatMap((event): Turn[] => {
    switch (event.type) {
      case "message.posted": {
        if (isNote(event)) return [];
        const { author } = event.message;
        const name = author.kind === "agent" ? author.name : undefined;
        return [{ from: author.kind, name, text: withFiles(event.message) }];
      }
      case "conversation.offered":
        return [{ from: "assistant", text: event.sentence }];
      case "conversation.offerDeclined":
        return [{ from: "visitor", text: keepGoing }];
      case "conversation.handedBack":
        return [boundary(event.by, "has handed the conversation back to you", accounts.get(event.seq))];
      case "conversation.closed":
        return [boundary(event.by, "has closed the conversation")];
      default:
        return [];
    }
  });
}

function boundary({ name }: Agent, what: string, account?: string): Turn {
  const decided = account ? ` What was decided: ${account}` : "";
  const text = `The team's part ends here: ${name} ${what}.${decided} Every request for a person up to here is settled.`;
  return { from: "server", text: `[${text.replaceAll(/[[\]\s]+/g, " ")}]` };
}

/** What the button says that the visitor pressed. */
const keepGoing = "Keep going";

/** A model is told of a file and never sees it. */
export const withFiles = ({ text, files = [] }: Message) =>
  [text, ...files.map(({ name }) => `[a file: ${name}]`)].filter(Boolean).join("\n");
