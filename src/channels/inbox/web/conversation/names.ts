import type { Conversation } from "../../../../conversation/conversation.ts";
import type { Author } from "../../../../conversation/message.ts";

/** What to call a visitor: their name, else their address, else a short mark that tells one from another. */
export const visitorName = ({ visitor }: Pick<Conversation, "visitor">): string =>
  visitor.name ??
  visitor.email ??
  visitor.phone ??
  `Visitor ${visitor.id.replaceAll(/[^a-z0-9]/gi, "").slice(-4)}`;

export function authorName(author: Author, conversation: Conversation): string {
  switch (author.kind) {
    case "visitor":
      return visitorName(conversation);
    case "assistant":
      return "Assistant";
    case "agent":
      return author.name;
  }
}
