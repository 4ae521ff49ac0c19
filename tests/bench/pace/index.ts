import type { Built } from "../built.ts";
import { absolute, compared, type Row } from "../table.ts";
import { crowd } from "./crowd.ts";

const crowds = [
  { count: 100, history: 30 },
  { count: 1_000, history: 6 },
];

/** Many handoffs at once against Slack's limits: all times are seconds of Slack's clock, which runs faster here. */
export async function pace(built: Built): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { count, history } of crowds) {
    const found = await crowd(built, { count, history });
    const what = (words: string) => `${count.toLocaleString("en")} handoffs at once: ${words}`;
    const row = (words: string, ours: number, unit: string, atMost: number) =>
      absolute({ what: what(words), ours, unit, bound: { atMost } });
    rows.push(
      row(`posts each, ${history} messages of history`, found.postsPerHandoff, "posts", 2.05),
      compared({
        ...{ what: what("the last card (reference: one a second)"), unit: "s", bound: { atMost: 1.5 } },
        ...{ ours: found.lastThreadAfter, reference: count - 1 },
      }),
      row("worst delay of a message in an open thread", found.worstReplyAfter, "s", 15),
      row("calls Slack refused", found.refused, "calls", 5),
      row("messages lost", found.lost, "messages", 0),
      row("messages and cards doubled", found.doubled, "messages", 0),
    );
  }
  return rows;
}
