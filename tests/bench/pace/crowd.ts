import { setTimeout as sleep } from "node:timers/promises";
import { type SlackSimulator, startSlackSimulator } from "../../slack-simulator/index.ts";
import type { Built } from "../built.ts";
import { startChild } from "../child.ts";
import { withFolder } from "../folder.ts";
import { handedOff } from "../slack-reply/handed-off.ts";
import { openSocket, openSockets } from "../socket.ts";
import { createTalkers } from "./talkers.ts";
import { waiting } from "./waiting.ts";

/**
 * How much faster than real time Slack counts its limits, and we post. This machine's own delays are not sped up, so a
 * pause of a tenth of a second weighs like one of two: Slack forgives a few posts that come close together after it.
 */
const speed = 16;
const burst = 5;
const threadsOpenBefore = 10;
/** In seconds of Slack's clock: somebody in the open threads says something. */
const saysSomethingEvery = 20;
const appSecret = "a secret for benchmarks, and nothing else";

export interface Crowd {
  postsPerHandoff: number;
  /** Seconds of Slack's clock from the first new thread to the last. */
  lastThreadAfter: number;
  worstReplyAfter: number;
  refused: number;
  lost: number;
  doubled: number;
}

/** Many handoffs at once, with Slack's limits as they are but for their speed. */
export function crowd(
  { server }: Built,
  { count, history }: { count: number; history: number },
): Promise<Crowd> {
  return withFolder(async (folder) => {
    const slack = await startSlackSimulator({ paced: true, tiered: true, speed, burst });
    try {
      const open = await handedOff({ folder, slack, appSecret, count: threadsOpenBefore });
      const expected = await waiting({ folder, count, history });
      const callsBefore = slack.calls().length;
      const product = await startChild(server("product"), {
        ...{ PORT: "0", HOST: "127.0.0.1", DATA_DIR: folder, APP_SECRET: appSecret, LOG_LEVEL: "error" },
        ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_SIGNING_SECRET: slack.signingSecret },
        ...{ SLACK_CHANNEL: "#support", SLACK_API_URL: slack.apiUrl },
        SLACK_POST_INTERVAL_MS: String(1_000 / speed),
      });
      const sockets = await openSockets(threadsOpenBefore, (index) =>
        openSocket(`ws://127.0.0.1:${product.port}/widget/socket?site=default`, {
          ...{ type: "hello", after: 0, token: open[index]?.token },
        }),
      );
      const talkers = createTalkers({ slack, sockets });
      talkers.start((saysSomethingEvery * 1_000) / speed);
      const posted = () =>
        slack
          .calls()
          .slice(callsBefore)
          .filter(({ method, outcome }) => method === "chat.postMessage" && outcome === "ok");
      await until(slack, () => rootsIn(posted()).length >= count);
      talkers.stop();
      const texts = [...expected.flat(), ...talkers.texts()];
      await until(slack, () => occurrences(slack, texts).every((times) => times > 0));
      for (const socket of sockets) socket.terminate();
      await product.stop();

      const calls = slack.calls().slice(callsBefore);
      const posts = posted();
      const roots = rootsIn(posts);
      const seen = occurrences(slack, texts);
      return {
        postsPerHandoff: (posts.length - talkers.texts().length) / count,
        lastThreadAfter: (((roots.at(-1) ?? 0) - (roots[0] ?? 0)) * speed) / 1_000,
        worstReplyAfter: (Math.max(0, ...talkers.delays()) * speed) / 1_000,
        refused: calls.filter(({ outcome }) => outcome === "ratelimited").length,
        lost: seen.filter((times) => times === 0).length,
        doubled: seen.filter((times) => times > 1).length + Math.max(0, roots.length - count),
      };
    } finally {
      await slack.stop();
    }
  });
}

const rootsIn = (posts: { args: object; at: number }[]) =>
  posts.flatMap(({ args, at }) => ("thread_ts" in args ? [] : [at]));

/** Waits until something is so, or nothing is posted for long. Looks seldom: it takes time from the simulator. */
async function until(slack: SlackSimulator, isSo: () => boolean): Promise<void> {
  for (let calls = -1, stillFor = 0; !isSo() && stillFor < 10; ) {
    await sleep(1_000);
    const now = slack.calls("chat.postMessage").length;
    stillFor = now === calls ? stillFor + 1 : 0;
    calls = now;
  }
}

/** How many times each text stands in the channel. */
function occurrences(slack: SlackSimulator, texts: string[]): number[] {
  const counts = new Map<string, number>();
  for (const { text } of slack.messages("support"))
    for (const [said] of text.matchAll(/This is message \d+ of visitor \d+\.|I am still here, said \d+\./g))
      counts.set(said, (counts.get(said) ?? 0) + 1);
  return texts.map((text) => counts.get(text) ?? 0);
}
