import type { FileInMessage } from "./reply-event.ts";

/** Why the visitor cannot be given a file, and what its owner can do; undefined for one they can be given. */
export function unusable({
  name,
  title,
  mode,
  url_private_download: url,
  size,
}: FileInMessage): string | undefined {
  const called = `“${name || title || "Your file"}”`;
  switch (mode) {
    case "tombstone":
      return `${called} was deleted in Slack before it could be passed on. Send it again.`;
    case "hidden_by_limit":
      return `${called} is hidden, because this workspace has reached Slack's limit for files. Send it again, or put a link into a message.`;
    case "external":
      return `${called} lies with another service, so the visitor did not get it. Put its link into a message.`;
    case "unreadable":
      return `Slack did not let the app see ${called}. Send it again, or put a link into a message.`;
    default:
      if (!url) return `${called} cannot be downloaded from Slack. Put a link into a message instead.`;
      return size === 0 ? `${called} is empty. Choose another one.` : undefined;
  }
}
