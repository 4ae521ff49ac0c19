import { NotBefore, Refused } from "../../../conversation/listener.ts";
import type { Copy, Fate } from "../../../privacy/erasing/ports.ts";
import type { Removed, Remover } from "../../../privacy/erasing/remover.ts";
import { decodeThread, encodeThread, type SlackThread } from "../replies/thread.ts";
import { SlackRefused } from "../workspace/calls.ts";
import { isOurs } from "../workspace/identity.ts";
import { codeOf } from "../workspace/trouble.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Workspaces } from "../workspace/workspaces.ts";

export interface SlackRemoverOptions {
  workspaces: Pick<Workspaces, "byTeam">;
  now: () => number;
  /** Between two calls: Slack lets an app delete about fifty times a minute, in one workspace. */
  intervalMs: number;
}

/** Removes what stands in Slack of conversations that were erased: all that is ours, and says what is not. */
export function createSlackRemover({ workspaces, now, intervalMs }: SlackRemoverOptions): Remover {
  let nextAt = 0;

  return {
    places: ["slack/thread", "slack/post", "slack/file", "slack/message"],

    async remove(copy) {
      if (now() < nextAt) throw new NotBefore(nextAt, "Slack is asked at its own pace.");
      const at = decodeThread(copy.externalId);
      const workspace = await workspaces.byTeam(at.team);
      if (!workspace) return kept("The app is not in this Slack workspace any more.");
      nextAt = now() + intervalMs;
      switch (copy.place) {
        case "slack/thread":
          return lookThrough(workspace, at);
        case "slack/post":
          return ended(() => workspace.api.delete({ channel: at.channel, ts: at.ts }), workspace, at);
        case "slack/file":
          return ended(() => workspace.api.deleteFile(at.ts), workspace);
        case "slack/message":
          return { fate: await fateOfMessage(workspace, at) };
        case "file":
          return kept("It is not in Slack.");
      }
    },
  };
}

/** Finds what nobody wrote down: notices, uploads, and what people wrote. */
async function lookThrough({ api, calls, identity }: Workspace, thread: SlackThread): Promise<Removed> {
  const self = await identity();
  const found: Copy[] = [];
  try {
    for (let cursor: string | undefined; ; ) {
      const page = await calls.make(() =>
        api.replies({ channel: thread.channel, ts: thread.ts, ...(cursor ? { cursor } : {}) }),
      );
      for (const message of page.messages ?? []) {
        if (!message.ts || isTombstone(message)) continue;
        const externalId = encodeThread({ ...thread, ts: message.ts });
        if (!isOurs(message, self)) found.push({ place: "slack/message", externalId });
        else {
          found.push({ place: "slack/post", externalId });
          for (const { id } of message.files ?? [])
            if (id) found.push({ place: "slack/file", externalId: encodeThread({ ...thread, ts: id }) });
        }
      }
      cursor = page.response_metadata?.next_cursor;
      if (!cursor) return { fate: { state: "gone" }, found };
    }
  } catch (error) {
    if (goneCodes.has(codeOf(error) ?? "") || (error instanceof SlackRefused && goneCodes.has(error.code)))
      return { fate: { state: "gone" }, found };
    if (!(error instanceof Refused)) throw error;
    return { ...kept(`Slack did not let the app look through this thread: ${error.message}`), found };
  }
}

/** In the place of a root that is gone while people's replies are there. */
const isTombstone = (message: object) => "subtype" in message && message.subtype === "tombstone";

/** Deletes something of ours. What is gone already is gone. */
async function ended(call: () => Promise<unknown>, workspace: Workspace, at?: SlackThread): Promise<Removed> {
  try {
    await workspace.calls.make(call);
    return { fate: { state: "gone" } };
  } catch (error) {
    const code = error instanceof SlackRefused ? error.code : (codeOf(error) ?? "");
    if (goneCodes.has(code)) return { fate: { state: "gone" } };
    if (code === "cant_delete_message" || code === "cant_delete_file")
      return kept("Slack does not let the app delete it. A Slack admin can.", await linkTo(workspace, at));
    if (!(error instanceof Refused)) throw error;
    return kept(error.message, await linkTo(workspace, at));
  }
}

/** An app may delete only what it posted itself. */
async function fateOfMessage(workspace: Workspace, at: SlackThread): Promise<Fate> {
  try {
    const link = await workspace.calls.make(() => workspace.api.permalink(at));
    return { state: "kept", reason: writtenByPeople, link };
  } catch (error) {
    if (error instanceof NotBefore) throw error;
    const code = error instanceof SlackRefused ? error.code : (codeOf(error) ?? "");
    return goneCodes.has(code) ? { state: "gone" } : { state: "kept", reason: writtenByPeople };
  }
}

async function linkTo({ api, calls }: Workspace, at: SlackThread | undefined): Promise<string | undefined> {
  if (!at) return undefined;
  return calls.make(() => api.permalink(at)).catch(() => undefined);
}

const kept = (reason: string, link?: string): Removed => ({ fate: { state: "kept", reason, link } });

const writtenByPeople = "A person wrote it in Slack. Only they or a Slack admin can delete it there.";

const goneCodes = new Set([
  "message_not_found",
  "thread_not_found",
  "file_not_found",
  "file_deleted",
  "channel_deleted",
]);
