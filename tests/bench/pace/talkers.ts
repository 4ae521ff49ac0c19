import { randomUUID } from "node:crypto";
import type { WebSocket } from "ws";
import type { SlackSimulator } from "../../slack-simulator/index.ts";

/** Visitors whose threads are open already and who go on talking, in turns, while others wait. */
export function createTalkers({ slack, sockets }: { slack: SlackSimulator; sockets: WebSocket[] }) {
  const sent: { text: string; at: number }[] = [];
  let timer: NodeJS.Timeout | undefined;

  return {
    start(everyMs: number): void {
      timer = setInterval(() => {
        const text = `I am still here, said ${sent.length}.`;
        sockets[sent.length % sockets.length]?.send(JSON.stringify({ type: "say", id: randomUUID(), text }));
        sent.push({ text, at: Date.now() });
      }, everyMs);
    },

    stop(): void {
      clearInterval(timer);
    },

    texts: () => sent.map(({ text }) => text),

    /** Milliseconds from saying something until it stood in its thread. */
    delays(): number[] {
      const posts = slack.calls("chat.postMessage").filter(({ outcome }) => outcome === "ok");
      return sent.map(({ text, at }) => {
        const post = posts.find(({ args }) => String(args.text).includes(text));
        return post ? post.at - at : Number.POSITIVE_INFINITY;
      });
    },
  };
}
