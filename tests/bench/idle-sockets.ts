import type { WebSocket } from "ws";
import type { Built } from "./built.ts";
import { type Child, startChild } from "./child.ts";
import { withFolder } from "./folder.ts";
import { openSocket, openSockets } from "./socket.ts";
import { median } from "./statistics.ts";
import { compared, type Row } from "./table.ts";

const rounds = 3;
/** The first sockets also pay for what is made only once. */
const first = 500;
const more = 1_500;

interface PerSocket {
  resident: number;
  used: number;
}

/** Widget sockets that said hello, were welcomed, and now wait: what each costs the server. */
export async function idleSockets({ server }: Built): Promise<Row[]> {
  const ours: PerSocket[] = [];
  const reference: PerSocket[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(
      await withFolder(async (folder) => {
        const env = { PORT: "0", HOST: "127.0.0.1", DATA_DIR: folder, LOG_LEVEL: "error" };
        return costIn(await startChild(server("product"), env), "/widget/socket?site=default");
      }),
    );
    reference.push(await costIn(await startChild(server("bare-sockets")), "/"));
  }
  const row = (what: string, figure: (cost: PerSocket) => number) =>
    compared({
      what,
      unit: "kB",
      ours: median(ours.map(figure)) / 1_000,
      reference: median(reference.map(figure)) / 1_000,
      bound: { atMost: 1.3 },
    });
  // RSS is what one pays for; the part of it that is JavaScript's own shows best where it went.
  return [
    row("memory per idle visitor (RSS; reference: bare ws)", ({ resident }) => resident),
    { ...row("  of which heap and buffers", ({ used }) => used), bound: "–", verdict: "" },
  ];
}

async function costIn(child: Child, path: string): Promise<PerSocket> {
  const sockets: WebSocket[] = [];
  const open = async (count: number) => {
    const url = `ws://127.0.0.1:${child.port}${path}`;
    sockets.push(...(await openSockets(count, () => openSocket(url, { type: "hello", after: 0 }))));
    return child.memory();
  };
  try {
    const before = await open(first);
    const after = await open(more);
    const used = ({ heapUsed, external }: NodeJS.MemoryUsage) => heapUsed + external;
    return { resident: (after.rss - before.rss) / more, used: (used(after) - used(before)) / more };
  } finally {
    for (const socket of sockets) socket.terminate();
    await child.stop();
  }
}
