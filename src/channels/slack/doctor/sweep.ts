import { Refused } from "../../../conversation/listener.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { Copies, Threads } from "../../../conversation/threads.ts";
import { type Found, ok, warn } from "../../../health/check.ts";
import { decodeThread, encodeThread, type SlackThread } from "../replies/thread.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import { type Removed, removePost } from "./removal.ts";

export interface SweepOptions {
  workspaces: Workspaces;
  store: ConversationStore;
  threads: Threads;
  copies: Copies;
  now: () => number;
}

interface Place {
  thread: SlackThread;
  workspace: Workspace;
}

/** Takes the thread of a test handoff out of Slack, card and all, whether or not we learned that it was posted. */
export function createSweep({ workspaces, store, threads, copies, now }: SweepOptions) {
  return async (conversationId: string): Promise<Found> => {
    const known = await threads.find("slack", conversationId);
    const place = known ? await placeOf(decodeThread(known)) : await unlinked(conversationId);
    if (!place) return ok("Nothing was posted in Slack.");

    const { thread, workspace } = place;
    const below = (await postsBelow(place, conversationId)).sort().reverse();
    const outcomes: Removed[] = [];
    // The card last: a thread is gone when its root goes after everything below it.
    for (const ts of [...below, thread.ts]) {
      outcomes.push(await removePost({ channel: thread.channel, ts }, workspace, now));
      await copies.remove("slack", encodeThread({ ...thread, ts }));
    }
    return inWords(outcomes);
  };

  async function placeOf(thread: SlackThread): Promise<Place | undefined> {
    const workspace = await workspaces.byTeam(thread.team);
    return workspace && { thread, workspace };
  }

  /** The card may have been posted without our learning of it. */
  async function unlinked(conversationId: string): Promise<Place | undefined> {
    const conversation = await store.find(conversationId);
    if (!conversation) return undefined;
    try {
      const { workspace, channel } = await workspaces.homeOf(conversation);
      const place = await workspace.place(channel);
      const ts = await workspace.readBack.orphanRoot(conversationId, conversation.createdAt, place);
      return ts ? { thread: { team: place.teamId, channel: place.channel.id, ts }, workspace } : undefined;
    } catch (error) {
      // Where Slack lets nothing in, nothing was posted either.
      if (error instanceof Refused) return undefined;
      throw error;
    }
  }

  /** Those we know of, and what Slack shows beside them where it lets us read. */
  async function postsBelow({ thread, workspace }: Place, conversationId: string): Promise<string[]> {
    const known = new Set<string>();
    for (const { seq } of await store.eventsAfter(conversationId, 0))
      for (const { externalId } of await copies.of("slack", conversationId, seq))
        known.add(decodeThread(externalId).ts);
    const self = await workspace.identity();
    const read = await workspace.readBack.inThread(thread, conversationId, self).catch(() => undefined);
    for (const { ts } of read?.posts ?? []) known.add(ts);
    known.delete(thread.ts);
    return [...known];
  }
}

function inWords(outcomes: Removed[]): Found {
  const count = (wanted: Removed) => outcomes.filter((outcome) => outcome === wanted).length;
  const posts = (number: number) => `${number} ${number === 1 ? "post" : "posts"}`;
  if (count("kept") > 0)
    throw new Error(
      `Slack did not let ${posts(count("kept"))} be deleted. Delete the test's thread by hand, or ask a Slack admin.`,
    );
  if (count("emptied") > 0)
    return warn(
      `${posts(count("gone"))} deleted in Slack; ${posts(count("emptied"))} could only be emptied, because Slack does not let apps delete what stands under a visitor's name.`,
    );
  return ok(`${posts(outcomes.length)} deleted in Slack.`);
}
