import { NotBefore } from "../../../conversation/listener.ts";
import { cut } from "../text/cut.ts";
import { type Calls, SlackRefused } from "../workspace/calls.ts";
import type { Door } from "../workspace/door.ts";
import { troubleOf } from "../workspace/trouble.ts";
import type { WebApi } from "../workspace/web-api.ts";
import { type Mark, toMetadata } from "./metadata.ts";
import { createPacer, type Pacer } from "./pacer.ts";
import type { SlackPost } from "./post.ts";
import type { Rank } from "./turn-order.ts";

export type Posting = Omit<SlackPost, "metadata"> & {
  mark: Mark;
  /** It was said before the thread was there, so what is said now may overtake it. */
  isHistory?: boolean;
};

/** A place in a channel's queue. */
export interface Turn {
  channel: string;
  rank: Rank;
  conversationId: string;
  /** Words may go through where files are refused. */
  isOfFiles?: boolean;
}

export interface PosterOptions {
  api: WebApi;
  calls: Calls;
  /** The way into a channel, if new threads go there. */
  doorBehind: (channelId: string) => Door | undefined;
  now: () => number;
  /** Between two posts to a channel. */
  intervalMs: number;
}

export type Poster = ReturnType<typeof createPoster>;

/** Posts at the pace Slack allows in each channel. */
export function createPoster({ api, calls, doorBehind, now, intervalMs }: PosterOptions) {
  const pacers = new Map<string, Pacer>();
  const patienceMs = Math.max(1_000, 4 * intervalMs);

  return {
    /** Returns the post's `ts`. Slack not liking the blocks is no reason for losing the words. */
    async post(posting: Posting): Promise<string> {
      try {
        return await paced(posting);
      } catch (error) {
        if (troubleOf(error).kind !== "content") throw error;
        return plainly(posting);
      }
    },

    /** Makes a call that puts something into a channel, when it is its turn. */
    inTurn,

    stop(): void {
      for (const pacer of pacers.values()) pacer.stop();
    },
  };

  function paced({ mark, isHistory, ...post }: Posting): Promise<string> {
    const rank: Rank = post.thread ? (isHistory ? "history" : "live") : "root";
    const turn = { channel: post.channel, rank, conversationId: mark.conversation };
    return inTurn(turn, () => api.post({ ...post, metadata: toMetadata(mark) }));
  }

  async function inTurn<T>(turn: Turn, call: () => Promise<T>): Promise<T> {
    const { channel, rank, conversationId } = turn;
    const pacer = pacerOf(channel);
    await pacer.turn(rank, conversationId);
    try {
      const answer = await calls.make(call);
      doorBehind(channel)?.works();
      return answer;
    } catch (error) {
      if (error instanceof NotBefore) pacer.refused(rank, conversationId, error.at);
      else if (!(error instanceof SlackRefused)) {
        pacer.refused(rank, conversationId, now());
        doorBehind(channel)?.stumbles();
      } else if (!turn.isOfFiles && !aboutOneThread.has(error.code)) doorBehind(channel)?.lost(error);
      throw error;
    }
  }

  /** Only the last piece counts as having said it all, so a failure on the way repeats rather than loses. */
  async function plainly({ blocks: _, text, mark, ...post }: Posting): Promise<string> {
    const pieces = cut(text, 3_500);
    let first: string | undefined;
    for (const [index, piece] of pieces.entries()) {
      const isLast = index === pieces.length - 1;
      const to = isLast ? mark.to : { seq: mark.from.seq - 1, part: 1 };
      const ts = await paced({ ...post, text: piece, mark: { ...mark, to } });
      first ??= ts;
    }
    if (!first) throw new Error("There is nothing to post.");
    return first;
  }

  function pacerOf(channel: string): Pacer {
    const pacer = pacers.get(channel) ?? createPacer({ now, intervalMs, patienceMs });
    pacers.set(channel, pacer);
    return pacer;
  }
}

/** What is wrong with one thread does not stop the others. */
const aboutOneThread = new Set([
  "thread_not_found",
  "cannot_reply_to_message",
  "restricted_action_thread_locked",
]);
