import type { Conversation } from "../../../conversation/conversation.ts";
import { isOpen } from "../../../conversation/conversation.ts";
import { type Delivery, NotBefore, Refused } from "../../../conversation/listener.ts";
import { encodeThread, type SlackThread } from "../replies/thread.ts";
import type { Place } from "../workspace/door.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import { saysLost } from "./notices.ts";
import { isRootGone } from "./root-state.ts";

/** Where a conversation goes on. */
export interface Destination {
  workspace: Workspace;
  place: Place;
}

/** Decides whether a conversation must leave its thread, and where it goes. Undefined: it stays. */
export function createDeparture({ workspaces }: { workspaces: Workspaces }) {
  return {
    /** What is new says or may hide that the thread is lost; or it is no longer where it belongs. */
    async of(
      { conversation, events, uncertain }: Pick<Delivery, "conversation" | "events" | "uncertain">,
      thread: SlackThread,
    ): Promise<Destination | undefined> {
      if (!isOpen(conversation)) return undefined;
      const mayBeLost = uncertain || events.some(({ type }) => type === "conversation.reopened");
      const isLost = saysLost(events, encodeThread(thread)) || (mayBeLost && (await isDeserted(thread)));
      return isLost ? destination(conversation) : ofMisplaced(conversation, thread);
    },

    ofMisplaced,

    /** For a thread that takes no more posts. */
    ofLost: destination,
  };

  async function ofMisplaced(
    conversation: Conversation,
    thread: SlackThread,
  ): Promise<Destination | undefined> {
    const isConnected = (await workspaces.byTeam(thread.team)) !== undefined;
    if (isConnected && (await workspaces.isAt(conversation, thread)) !== "elsewhere") return undefined;
    const found = await destination(conversation);
    const isThere = found?.place.teamId === thread.team && found.place.channel.id === thread.channel;
    return isThere ? undefined : found;
  }

  /** Undefined while there is nowhere to go: then the old thread is better than none. */
  async function destination(conversation: Conversation): Promise<Destination | undefined> {
    try {
      const { workspace, channel } = await workspaces.homeOf(conversation);
      return { workspace, place: await workspace.place(channel) };
    } catch (error) {
      if (error instanceof Refused || error instanceof NotBefore) return undefined;
      throw error;
    }
  }

  async function isDeserted(thread: SlackThread): Promise<boolean> {
    const workspace = await workspaces.byTeam(thread.team);
    return workspace !== undefined && isRootGone(thread, workspace);
  }
}
