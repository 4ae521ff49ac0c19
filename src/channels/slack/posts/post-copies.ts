import type { Copies, Copy } from "../../../conversation/threads.ts";
import { decodeThread, encodeThread, type SlackThread } from "../replies/thread.ts";
import { isAfter, type Mark, type Position, start } from "./metadata.ts";
import type { Found } from "./read-back.ts";

const channel = "slack";

export type PostCopies = ReturnType<typeof createPostCopies>;

/** Which of our posts say what, so that they can be changed when that changes. */
export function createPostCopies(copies: Copies) {
  const remember = (thread: SlackThread, ts: string, { conversation: conversationId, from, to }: Mark) =>
    copies.add({ channel, externalId: encodeThread({ ...thread, ts }), conversationId, from, to });

  /** Those of a thread that hold something of an event; `elsewhere` are in threads the conversation has left. */
  async function of(thread: SlackThread, conversationId: string, seq: number) {
    const all = await copies.of(channel, conversationId, seq);
    const isHere = ({ externalId }: Copy) => {
      const post = decodeThread(externalId);
      return post.team === thread.team && post.channel === thread.channel && post.ts > thread.ts;
    };
    return { here: all.filter(isHere), elsewhere: all.filter((copy) => !isHere(copy)) };
  }

  return {
    remember,

    forget: ({ externalId }: Copy) => copies.remove(channel, externalId),

    of,

    /** How far the thread has got in saying what begins with event `seq`. */
    async saidTo(thread: SlackThread, conversationId: string, seq: number): Promise<Position> {
      const { here } = await of(thread, conversationId, seq);
      return here.reduce((last, { to }) => (isAfter(to, last) ? to : last), start);
    },

    /** Remembers what was found in the thread, and says how far that goes. */
    async restore(thread: SlackThread, { posts }: Found): Promise<Position> {
      let last = start;
      for (const { ts, mark } of posts) {
        // Of words posted in pieces, only the last piece says how far they go.
        if (isAfter(mark.from, mark.to)) continue;
        await remember(thread, ts, mark);
        if (isAfter(mark.to, last)) last = mark.to;
      }
      return last;
    },
  };
}
