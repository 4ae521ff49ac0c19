import type { Conversation } from "../../../conversation/conversation.ts";
import type { Threads } from "../../../conversation/threads.ts";
import type { Cards } from "../card/cards.ts";
import { decodeThread, encodeThread, type SlackThread } from "../replies/thread.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import { start } from "./metadata.ts";
import type { PostCopies } from "./post-copies.ts";

export interface OpeningOptions {
  workspaces: Workspaces;
  cards: Cards;
  threads: Threads;
  posts: PostCopies;
}

/** Opens a conversation's thread where it belongs: with its card, which is posted once. */
export function createOpening({ workspaces, cards, threads, posts }: OpeningOptions) {
  return async (conversation: Conversation, uncertain: boolean): Promise<SlackThread> => {
    const { workspace, channel: wanted } = await workspaces.homeOf(conversation);
    const place = await workspace.place(wanted);
    const channel = place.channel.id;
    const since = conversation.handoff?.at ?? conversation.createdAt;
    const orphan = uncertain ? await workspace.readBack.orphanRoot(conversation.id, since, place) : undefined;
    const mark = { conversation: conversation.id, from: start, to: start };
    const ts =
      orphan ?? (await workspace.poster.post({ channel, ...(await cards.first(conversation)), mark }));
    const mine = { team: place.teamId, channel, ts };
    const held = decodeThread(await threads.link("slack", conversation.id, encodeThread(mine)));
    await posts.remember(held, held.ts, mark);
    return held;
  };
}
