import { WebAPIPlatformError, WebAPIRateLimitedError } from "@slack/web-api";

/** What a failed call to Slack means for whoever made it. */
export type Trouble =
  /** Slack asks to wait. */
  | { kind: "wait"; seconds: number }
  /** Only a person can help; `remedy` says how. */
  | { kind: "refused"; code: string; remedy: string }
  /** Slack does not take this content in this form. */
  | { kind: "content"; code: string }
  /** Anything that may go away by itself. */
  | { kind: "passing" };

const newToken =
  "Install the app again at /slack/install, or copy the Bot User OAuth Token from your Slack app → OAuth & Permissions into SLACK_BOT_TOKEN and restart.";
const membership = "Invite the bot to the channel: type /invite with its name there.";
const another = "choose another: /handoff channel #name";
const permission = `Ask a Slack admin to let the app post in this channel, or ${another}.`;

const remedies: Record<string, string> = {
  not_authed: `Slack got no token. ${newToken}`,
  invalid_auth: `Slack does not accept the bot token. ${newToken}`,
  token_revoked: `The bot token was revoked. ${newToken}`,
  token_expired: `The bot token has expired. ${newToken}`,
  account_inactive: `The app was removed from the Slack workspace. ${newToken}`,
  org_login_required: "The Slack workspace is moving to an organisation. Try again when that is done.",
  is_archived: `The Slack channel is archived. Unarchive it, or ${another}.`,
  channel_not_found: `Slack does not show this channel to the app. If it is private: ${membership} If it is gone, ${another}.`,
  not_in_channel: `The bot is not in the channel. ${membership}`,
  thread_not_found: "The thread of this conversation no longer exists in Slack. Answer it in the inbox.",
  cannot_reply_to_message: "Slack no longer allows replies in this thread. Answer it in the inbox.",
  restricted_action: permission,
  restricted_action_read_only_channel: permission,
  restricted_action_thread_only_channel: permission,
  restricted_action_thread_locked: "The thread is locked in Slack. Unlock it, or answer in the inbox.",
  no_permission: permission,
  access_denied: permission,
  team_access_not_granted: "The app may not act in this workspace. Ask a Slack admin to grant it access.",
  ekm_access_denied: "The organisation's key management has cut the app off. Ask a Slack admin.",
  message_limit_exceeded: "The workspace has reached its message limit. See its plan in Slack.",
};

const contentCodes = new Set([
  "no_text",
  "invalid_blocks",
  "invalid_blocks_format",
  "invalid_attachments",
  "msg_blocks_too_long",
  "msg_blocks_too_many",
  "msg_too_long",
  "metadata_too_large",
  "metadata_must_be_sent_from_app",
  "invalid_metadata_format",
  "invalid_metadata_schema",
]);

/** Slack's own word for what went wrong. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof WebAPIPlatformError ? error.data.error : undefined;

export function troubleOf(error: unknown): Trouble {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: "wait", seconds: Math.max(1, error.retryAfter) };
  if (!(error instanceof WebAPIPlatformError)) return { kind: "passing" };

  const code = error.data.error;
  // As a body without Retry-After: Slack counts by the minute, and asking sooner prolongs the block.
  if (code === "ratelimited" || code === "rate_limited") return { kind: "wait", seconds: 30 };
  if (code === "missing_scope") return { kind: "refused", code, remedy: missingScope(error) };
  if (contentCodes.has(code)) return { kind: "content", code };
  const remedy = remedies[code];
  return remedy ? { kind: "refused", code, remedy } : { kind: "passing" };
}

function missingScope({ data }: WebAPIPlatformError): string {
  const needed = "needed" in data && typeof data.needed === "string" ? ` ${data.needed}` : "";
  return `The Slack app lacks the permission${needed}. Update it from manifest.yml and install it again.`;
}
