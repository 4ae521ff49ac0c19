import type { SlackEvent } from "./events.ts";
import type { Channel } from "./workspace.ts";

/** The scope an app needs to be told of an event; none for those every app hears. */
export function requiredScope(event: SlackEvent, channel?: Channel): string | undefined {
  switch (event.type) {
    case "message":
      return channel?.isIm ? "im:history" : "channels:history";
    case "app_mention":
      return "app_mentions:read";
    case "reaction_added":
    case "reaction_removed":
      return "reactions:read";
    case "user_change":
      return "users:read";
    case "emoji_changed":
      return "emoji:read";
    case "file_deleted":
      return "files:read";
    case "app_home_opened":
    case "app_uninstalled":
    case "tokens_revoked":
      return undefined;
    default:
      return /^(channel|member)_/.test(event.type) ? "channels:read" : undefined;
  }
}
