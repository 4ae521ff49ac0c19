import type { Conversation } from "../../../conversation/conversation.ts";
import type { Cards } from "../card/cards.ts";
import { fromMetadata, start } from "../posts/metadata.ts";
import type { SlackThread } from "../replies/thread.ts";
import { isOurs } from "../workspace/identity.ts";
import type { Destination } from "./departure.ts";

/** The thread that follows one: the first of the conversation's cards that is younger. Posted unless it stands there already. */
export async function successorOf(
  thread: SlackThread,
  { conversation, to, cards }: { conversation: Conversation; to: Destination; cards: Cards },
): Promise<SlackThread> {
  const { workspace, place } = to;
  const [team, channel] = [place.teamId, place.channel.id];
  const mark = { conversation: conversation.id, from: start, to: start };
  const ts =
    (await standing(thread.ts, conversation.id, to)) ??
    (await workspace.poster.post({ channel, ...(await cards.first(conversation)), mark }));
  return { team, channel, ts };
}

async function standing(
  oldest: string,
  conversationId: string,
  { workspace: { api, calls }, place }: Destination,
): Promise<string | undefined> {
  let first: string | undefined;
  for (let cursor: string | undefined; ; ) {
    const page = await calls.make(() =>
      api.history({ channel: place.channel.id, oldest, ...(cursor ? { cursor } : {}) }),
    );
    for (const message of page.messages ?? []) {
      const { ts, thread_ts } = message;
      const isRoot = thread_ts === undefined || thread_ts === ts;
      if (!ts || !isOurs(message, place) || !isRoot || ts <= oldest) continue;
      const mark = fromMetadata(message.metadata);
      if (mark?.conversation !== conversationId || mark.to.seq !== 0) continue;
      if (first === undefined || ts < first) first = ts;
    }
    cursor = page.response_metadata?.next_cursor;
    if (!cursor) return first;
  }
}
