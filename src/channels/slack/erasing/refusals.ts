import { NotBefore, Refused } from "../../../conversation/listener.ts";
import type { Fate } from "../../../privacy/erasing/ports.ts";
import type { SlackThread } from "../replies/thread.ts";
import { SlackRefused } from "../workspace/calls.ts";
import { codeOf } from "../workspace/trouble.ts";

/**
 * What becomes of a copy that Slack did not let us remove: what is gone already is gone, and what stays has a reason and a
 * way there. Throws the error on where trying again by itself can help.
 */
export async function fateOf(error: unknown, linkToIt: () => Promise<string | undefined>): Promise<Fate> {
  const code = slacksWord(error);
  if (goneCodes.has(code)) return { state: "gone" };
  const reason = reasons[code] ?? (error instanceof Refused ? `${error.message} ${thenAgain}` : undefined);
  if (reason === undefined) throw error;
  return { state: "kept", reason, link: await linkToIt() };
}

/** What only the ones who wrote it can remove, unless they have. */
export async function fateOfOthers(
  linkToIt: () => Promise<string | undefined>,
  otherwise: string,
): Promise<Fate> {
  const reason = "A person wrote it in Slack. Only they or a Slack admin can delete it there.";
  try {
    return { state: "kept", reason, link: (await linkToIt()) ?? otherwise };
  } catch (error) {
    if (goneCodes.has(slacksWord(error))) return { state: "gone" };
    if (!(error instanceof Refused)) throw error;
    return { state: "kept", reason, link: otherwise };
  }
}

/** The link that Slack gives, or one to the channel where it gives none: the token may be what is refused. */
export async function linkOr(ask: () => Promise<string | undefined>, at: SlackThread): Promise<string> {
  try {
    return (await ask()) ?? channelLink(at);
  } catch (error) {
    if (error instanceof NotBefore) throw error;
    return channelLink(at);
  }
}

export const channelLink = ({ team, channel }: SlackThread) =>
  `https://app.slack.com/client/${team}/${channel}`;

/** As Slack names it, whether or not we have words for it. */
export const slacksWord = (error: unknown): string =>
  error instanceof SlackRefused ? error.code : (codeOf(error) ?? "");

export const goneCodes = new Set([
  "message_not_found",
  "thread_not_found",
  "file_not_found",
  "file_deleted",
  "channel_deleted",
]);

const thenAgain = "Then try to remove it again.";
const byAnAdmin = "Delete it there as a Slack admin.";
const notThere = `The app cannot get into its Slack channel any more. Invite it there: type /invite with its name. ${thenAgain}`;

/** What an erasure can do about it, unlike a message that is to be posted: documented for chat.delete and files.delete. */
const reasons: Record<string, string> = {
  cant_delete_message: `Slack does not let the app delete it. ${byAnAdmin}`,
  cant_delete_file: `Slack does not let the app delete this file. ${byAnAdmin}`,
  compliance_exports_prevent_deletion: `The workspace keeps everything for its compliance exports, so apps cannot delete anything. ${byAnAdmin}`,
  is_archived: `Its Slack channel is archived, and nothing in it can be deleted. Unarchive it. ${thenAgain}`,
  channel_not_found: notThere,
  not_in_channel: notThere,
  restricted_action: `A rule of the workspace keeps the app from deleting it. ${byAnAdmin}`,
};
