import { setTimeout as sleep } from "node:timers/promises";
import type { WebSocket } from "ws";
import type { SlackSimulator } from "../../slack-simulator/index.ts";
import { createPoster } from "./post.ts";
import { createReplies } from "./reply.ts";

const perSecond = 200;
const lastFramesWithinMs = 5_000;

export interface ReplyLoadOptions {
  port: number;
  slack: SlackSimulator;
  /** One for each socket, in the same order. */
  threads: string[];
  sockets: WebSocket[];
}

/** Agents who reply in one thread after the other, on time whether or not the server keeps up. */
export function createReplyLoad({ port, slack, threads, sockets }: ReplyLoadOptions) {
  const replies = createReplies(slack);
  let poster = createPoster(port);
  const sent: { at: number; visitor: number; isAcknowledged?: boolean; tookMs?: number }[] = [];
  let trouble: string | undefined;
  let arrived = 0;

  for (const [visitor, socket] of sockets.entries())
    socket.on("message", (data) => {
      const now = performance.now();
      for (const [, number] of String(data).matchAll(/Reply (\d+)\./g)) {
        const reply = sent[Number(number)];
        if (!reply || reply.visitor !== visitor) trouble = `Reply ${number} reached another visitor.`;
        else if (reply.tookMs !== undefined) trouble = `Reply ${number} came twice.`;
        else {
          reply.tookMs = now - reply.at;
          arrived += 1;
        }
      }
    });

  function send(): void {
    const number = sent.length;
    const visitor = number % threads.length;
    const request = replies.signed({
      thread: threads[visitor] ?? "",
      text: `Reply ${number}. I am looking into it.`,
    });
    const reply: (typeof sent)[number] = { at: performance.now(), visitor };
    sent.push(reply);
    poster.post(request).then(
      () => {
        reply.isAcknowledged = true;
      },
      (error: unknown) => {
        trouble = `Reply ${number} was not taken: ${error}`;
      },
    );
  }

  return {
    /** Milliseconds that each reply took. */
    async run(ms: number): Promise<number[]> {
      // A connection that was idle while others were measured may be about to be closed.
      poster.end();
      poster = createPoster(port);
      const first = sent.length;
      const count = Math.round((ms / 1_000) * perSecond);
      const startedAt = performance.now();
      while (sent.length < first + count) {
        const due = Math.min(count, Math.floor(((performance.now() - startedAt) / 1_000) * perSecond) + 1);
        while (sent.length < first + due) send();
        await sleep(1);
      }

      const lateAt = performance.now() + lastFramesWithinMs;
      while (arrived < sent.length && performance.now() < lateAt) await sleep(5);
      if (trouble) throw new Error(trouble);
      const missing = sent.flatMap(({ tookMs, isAcknowledged }, number) =>
        tookMs === undefined ? [`${number} (${isAcknowledged ? "acknowledged" : "not acknowledged"})`] : [],
      );
      if (missing.length > 0)
        throw new Error(`Replies that never reached their visitor: ${missing.join(", ")}.`);
      return sent.slice(first).flatMap(({ tookMs }) => tookMs ?? []);
    },

    end(): void {
      poster.end();
      for (const socket of sockets) socket.terminate();
    },
  };
}
