import { randomUUID } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { WebSocket } from "ws";
import type { Built } from "./built.ts";
import { startChild } from "./child.ts";
import { withFolder } from "./folder.ts";
import { createFrameLoad } from "./frame-load.ts";
import { openSocket, openSockets } from "./socket.ts";
import { median } from "./statistics.ts";
import { absolute, compared, type Row } from "./table.ts";

const visitors = 200;
const rounds = 4;
const warmUpMs = 1_500;
const roundMs = 2_000;

/** What visitors say, counted when the server says it is safe. They are with people already, and no Slack is set up. */
export async function savedFrames({ server }: Built): Promise<Row[]> {
  return withFolder(async (folder) => {
    const product = await startChild(server("product"), {
      ...{ PORT: "0", HOST: "127.0.0.1", DATA_DIR: folder, LOG_LEVEL: "error" },
    });
    const database = join(folder, "reference.db");
    const reference = await startChild(server("grouped-commits"), { DATABASE: database });

    const ours = createFrameLoad(await openSockets(visitors, () => handedOff(product.port)), "saved");
    const theirs = createFrameLoad(
      await openSockets(visitors, () => openSocket(`ws://127.0.0.1:${reference.port}`)),
      "say",
    );
    await ours.run(warmUpMs);
    await theirs.run(warmUpMs);
    const perSecond: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
    for (let round = 0; round < rounds; round++) {
      perSecond.ours.push(await ours.run(roundMs));
      perSecond.theirs.push(await theirs.run(roundMs));
    }
    ours.end();
    theirs.end();
    await product.stop();
    await reference.stop();
    kept(join(folder, "handoff.db"), "Event WHERE text <> ''", ours.saved());
    kept(database, "Frame", theirs.saved());

    const figures = { ours: median(perSecond.ours), unit: "/s" };
    return [
      compared({
        ...figures,
        what: "visitor frames saved and acknowledged (reference: raw SQLite + ws echo)",
        reference: median(perSecond.theirs),
        bound: { atLeast: 0.5 },
      }),
      absolute({ ...figures, what: "visitor frames saved and acknowledged", bound: { atLeast: 2_500 } }),
    ];
  });
}

async function handedOff(port: number): Promise<WebSocket> {
  const socket = await openSocket(`ws://127.0.0.1:${port}/widget/socket?site=default`, {
    type: "hello",
    after: 0,
  });
  const asked = new Promise<void>((resolve) => {
    socket.on("message", function heard(data) {
      if (!String(data).startsWith('{"type":"saved"')) return;
      socket.off("message", heard);
      resolve();
    });
  });
  socket.send(JSON.stringify({ type: "ask-for-person", id: randomUUID() }));
  await asked;
  return socket;
}

/** What was acknowledged must be on disk. */
function kept(path: string, rows: string, acknowledged: number): void {
  const database = new Database(path, { readonly: true });
  const [count] = database.prepare(`SELECT count(*) FROM ${rows}`).pluck().all();
  database.close();
  if (count !== acknowledged)
    throw new Error(`${acknowledged} frames were acknowledged, ${count} are on disk.`);
}
