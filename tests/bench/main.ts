import { buildServers } from "./built.ts";
import { decisions } from "./decisions.ts";
import { idleSockets } from "./idle-sockets.ts";
import { notified } from "./notified.ts";
import { pace } from "./pace/index.ts";
import { reports } from "./reports.ts";
import { savedFrames } from "./saved-frames.ts";
import { slackReply } from "./slack-reply/index.ts";
import { startUp } from "./start-up.ts";
import { type Row, table } from "./table.ts";
import { widgetSize } from "./widget-size.ts";

/**
 * The numbers this product holds itself to, each beside a bare reference measured in the same run, in turns. A bound
 * that is missed is shown, and fails nothing: the machine may be busy. A measurement that went wrong fails.
 */
const measures = {
  widgetSize,
  decisions,
  slackReply,
  notified,
  pace,
  savedFrames,
  reports,
  idleSockets,
  startUp,
};
const wanted = process.argv.slice(2);

const built = await buildServers();
try {
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(measures)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    process.stderr.write(`${name} …\n`);
    rows.push(...(await measure(built)));
  }
  process.stdout.write(table(rows));
} finally {
  built.remove();
}
