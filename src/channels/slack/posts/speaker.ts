import type { Conversation } from "../../../conversation/conversation.ts";
import type { Author } from "../../../conversation/message.ts";
import type { Worn } from "./post.ts";

/** Who says something, as a thread shows them. Equal `key`s are the same person. */
export interface Speaker {
  key: string;
  name: string;
  worn: Worn;
}

export const visitorName = ({ visitor }: Conversation) => visitor.name?.trim() || "Visitor";

export function speakerOf(author: Author, conversation: Conversation): Speaker {
  switch (author.kind) {
    case "visitor":
      return speaker("visitor", visitorName(conversation), { icon_emoji: ":bust_in_silhouette:" });
    case "assistant":
      return speaker("assistant", "Assistant", { icon_emoji: ":robot_face:" });
    case "agent":
      return speaker(
        author.id,
        author.name,
        author.avatarUrl ? { icon_url: author.avatarUrl } : { icon_emoji: ":speech_balloon:" },
      );
  }
}

/** Slack shows up to 80 characters of a name. */
function speaker(key: string, name: string, icon: { icon_url: string } | { icon_emoji: string }): Speaker {
  return { key, name, worn: { username: name.slice(0, 80), ...icon } };
}
