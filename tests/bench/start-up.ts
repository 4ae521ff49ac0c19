import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Built } from "./built.ts";
import { withFolder } from "./folder.ts";
import { freePort } from "./free-port.ts";
import { median } from "./statistics.ts";
import { absolute, type Row } from "./table.ts";

const rounds = 5;
const readyWithinMs = 20_000;

interface Start {
  ms: number;
  megabytes: number;
}

/** From starting the process on a data folder that exists, with nothing else set, to its first 200. */
export async function startUp({ main, server }: Built): Promise<Row[]> {
  return withFolder(async (folder) => {
    const product = () => start(main, { DATA_DIR: folder, LOG_LEVEL: "error" });
    const bare = () => start(server("bare-http"), {});
    await product();

    const ours: Start[] = [];
    const reference: Start[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(await product());
      reference.push(await bare());
    }
    const row = (what: string, unit: string, figure: (start: Start) => number, atMost: number) =>
      absolute({
        what,
        unit,
        ours: median(ours.map(figure)),
        reference: median(reference.map(figure)),
        bound: { atMost },
      });
    return [
      row("start to ready, warm (reference: bare http)", "ms", ({ ms }) => ms, 1_000),
      row("memory when ready (RSS)", "MB", ({ megabytes }) => megabytes, 150),
    ];
  });
}

async function start(program: string, env: Record<string, string>): Promise<Start> {
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["--enable-source-maps", program], {
    env: { NODE_ENV: "production", PORT: String(port), HOST: "127.0.0.1", ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit");
  try {
    while (!(await isReady(port))) {
      if (child.exitCode !== null || performance.now() - startedAt > readyWithinMs)
        throw new Error(`${program} did not become ready.`);
      await sleep(2);
    }
    return { ms: performance.now() - startedAt, megabytes: residentBytes(child.pid) / 1e6 };
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}

const isReady = (port: number) =>
  new Promise<boolean>((resolve) => {
    get({ host: "127.0.0.1", port, path: "/readyz", agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).on("error", () => resolve(false));
  });

/** `ps` counts in units of 1,024 bytes. */
const residentBytes = (pid: number | undefined) =>
  Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) * 1_024;
