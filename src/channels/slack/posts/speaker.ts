import type { Conversation } from "../../../conversation/conversation.ts";
import type { Author } from "../../../conversation/message.ts";
import { harmlessName, visibleName } from "./harmless-name.ts";
import type { Worn } from "./post.ts";

/** Who says something, as a thread shows them. Equal `key`s are the same person. */
export interface Speaker {
  key: string;
  name: string;
  icon: { icon_url: string } | { icon_emoji: string };
}

const visitorKey = "visitor";

/** Their name, or a short mark that tells one from another: the one they have in the inbox. */
export const visitorName = ({ visitor }: Conversation) =>
  visibleName(visitor.name ?? "") || `Visitor ${visitor.id.replaceAll(/[^a-z0-9]/gi, "").slice(-4)}`;

export function speakerOf(author: Author, conversation: Conversation): Speaker {
  switch (author.kind) {
    case "visitor":
      return {
        key: visitorKey,
        name: visitorName(conversation),
        icon: { icon_emoji: ":bust_in_silhouette:" },
      };
    case "assistant":
      return { key: "assistant", name: "Assistant", icon: { icon_emoji: ":robot_face:" } };
    case "agent":
      return {
        key: author.id,
        name: visibleName(author.name) || "Team member",
        icon: isAddress(author.avatarUrl)
          ? { icon_url: author.avatarUrl }
          : { icon_emoji: ":speech_balloon:" },
      };
  }
}

/** How a post looks that is this person's alone. `appNames` are ours: no visitor's post may look like the app's. */
export function wornBy({ key, name, icon }: Speaker, appNames: readonly string[]): Worn {
  const shown = key === visitorKey ? harmlessName(name, appNames) : name;
  // Slack shows up to 80 characters of a name; some need two.
  return { username: [...shown].slice(0, 40).join(""), ...icon };
}

const isAddress = (url: string | undefined): url is string =>
  url !== undefined && /^https?:\/\//.test(url) && url.length <= 2_000;
