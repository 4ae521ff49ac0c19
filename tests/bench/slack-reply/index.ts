import { startSlackSimulator } from "../../slack-simulator/index.ts";
import type { Built } from "../built.ts";
import { startChild } from "../child.ts";
import { withFolder } from "../folder.ts";
import { openSocket, openSockets } from "../socket.ts";
import { median, percentile } from "../statistics.ts";
import { compared, type Row, unbound } from "../table.ts";
import { handedOff } from "./handed-off.ts";
import { createReplyLoad } from "./reply-load.ts";
import { createSyncTime } from "./sync-time.ts";

const conversations = 100;
const rounds = 5;
const warmUpMs = 1_500;
const roundMs = 2_000;
const syncs = 100;
const appSecret = "a secret for benchmarks, and nothing else";

/** An agent's reply in a Slack thread, from Slack's request to the frame at the visitor's socket. */
export async function slackReply({ server }: Built): Promise<Row[]> {
  const slack = await startSlackSimulator({ paced: false });
  try {
    return await withFolder(async (folder) => {
      const waiting = await handedOff({ folder, slack, appSecret, count: conversations });
      const product = await startChild(server("product"), {
        ...{ PORT: "0", HOST: "127.0.0.1", DATA_DIR: folder, APP_SECRET: appSecret, LOG_LEVEL: "error" },
        ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_SIGNING_SECRET: slack.signingSecret },
        ...{ SLACK_CHANNEL: "#support", SLACK_API_URL: slack.apiUrl },
      });
      const reference = await startChild(server("bolt-relay"), { SLACK_SIGNING_SECRET: slack.signingSecret });

      const at = (index: number) => waiting[index % waiting.length] ?? { token: "", thread: "" };
      const threads = waiting.map(({ thread }) => thread);
      const ours = createReplyLoad({
        ...{ port: product.port, slack, threads },
        sockets: await openSockets(conversations, (index) =>
          openSocket(`ws://127.0.0.1:${product.port}/widget/socket?site=default`, {
            ...{ type: "hello", after: 0, token: at(index).token },
          }),
        ),
      });
      const theirs = createReplyLoad({
        ...{ port: reference.port, slack, threads },
        sockets: await openSockets(conversations, (index) =>
          openSocket(`ws://127.0.0.1:${reference.port}/?thread=${at(index).thread}`, { type: "hello" }),
        ),
      });

      const disk = createSyncTime(folder);

      await ours.run(warmUpMs);
      await theirs.run(warmUpMs);
      const times: { ours: number[][]; theirs: number[][]; disk: number[][] } = {
        ours: [],
        theirs: [],
        disk: [],
      };
      for (let round = 0; round < rounds; round++) {
        times.ours.push(await ours.run(roundMs));
        times.theirs.push(await theirs.run(roundMs));
        times.disk.push(await disk.run(syncs));
      }
      ours.end();
      theirs.end();
      disk.end();
      await product.stop();
      await reference.stop();

      const inAll = (rounds: number[][], percent: number) =>
        median(rounds.map((round) => percentile(round, percent)));
      const row = (percent: number, what: string, atMost: number) =>
        compared({
          ...{ what, unit: "ms", bound: { atMost } },
          ours: inAll(times.ours, percent),
          reference: inAll(times.theirs, percent),
        });
      return [
        row(50, "Slack reply to visitor's socket at 200/s, p50 (reference: bare Bolt + ws)", 1.5),
        row(99, "Slack reply to visitor's socket at 200/s, p99", 2),
        unbound("  of which the disk's own sync of one row, p50", inAll(times.disk, 50), "ms"),
        unbound("  of which the disk's own sync of one row, p99", inAll(times.disk, 99), "ms"),
      ];
    });
  } finally {
    await slack.stop();
  }
}
