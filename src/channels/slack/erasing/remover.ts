import { setTimeout as pause } from "node:timers/promises";
import type { Removed, Remover } from "../../../privacy/erasing/remover.ts";
import { decodeThread, type SlackThread } from "../replies/thread.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import { createLookingThrough } from "./look-through.ts";
import { channelLink, fateOf, fateOfOthers, linkOr } from "./refusals.ts";

export interface SlackRemoverOptions {
  workspaces: Pick<Workspaces, "byTeam">;
  now: () => number;
  /** Between two calls: Slack lets an app delete about fifty times a minute, in one workspace. */
  intervalMs: number;
}

/** Removes what stands in Slack of conversations that were erased: all that is ours, and says what is not. */
export function createSlackRemover({ workspaces, now, intervalMs }: SlackRemoverOptions): Remover {
  const lookThrough = createLookingThrough();
  let nextAt = 0;

  return {
    places: ["slack/thread", "slack/post", "slack/file", "slack/message"],

    async remove(copy): Promise<Removed> {
      // Waited for here: an appointment would begin anew with the copy that failed, and never come to the others.
      await pause(nextAt - now());
      const at = decodeThread(copy.externalId);
      const workspace = await workspaces.byTeam(at.team);
      if (!workspace) return { fate: { state: "kept", reason: notInstalled, link: channelLink(at) } };
      nextAt = now() + intervalMs;
      const { api, calls } = workspace;
      switch (copy.place) {
        case "slack/thread":
          return lookThrough(workspace, at);
        case "slack/post":
          return ended(
            () => calls.make(() => api.delete({ channel: at.channel, ts: at.ts })),
            () => messageLink(workspace, at),
          );
        case "slack/file":
          return ended(
            () => calls.make(() => api.deleteFile(at.ts)),
            () => fileLink(workspace, at),
          );
        case "slack/message":
          return { fate: await fateOfOthers(() => calls.make(() => api.permalink(at)), channelLink(at)) };
        case "file":
          return { fate: { state: "kept", reason: "It is not in Slack." } };
      }
    },
  };
}

/** Deletes something of ours. */
async function ended(remove: () => Promise<unknown>, linkToIt: () => Promise<string>): Promise<Removed> {
  try {
    await remove();
    return { fate: { state: "gone" } };
  } catch (error) {
    return { fate: await fateOf(error, linkToIt) };
  }
}

const messageLink = ({ api, calls }: Workspace, at: SlackThread) =>
  linkOr(() => calls.make(() => api.permalink(at)), at);

/** `at.ts` is the file's id. */
const fileLink = ({ api, calls }: Workspace, at: SlackThread) =>
  linkOr(async () => (await calls.make(() => api.file(at.ts)))?.permalink, at);

const notInstalled =
  "The app is not in this Slack workspace any more. Install it there again and try to remove it again, or delete it as a Slack admin.";
