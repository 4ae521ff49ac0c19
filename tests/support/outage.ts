import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Outage = Awaited<ReturnType<typeof startOutage>>;
type Answer = 429 | 500 | 503 | "silent" | "hangs up" | "up";

/**
 * A provider in trouble, on this machine: everything it is sent is answered so until it is told otherwise; "silent" until
 * the caller loses patience. `taken` is what it took while it was up, as it came.
 */
export async function startOutage(ok: { status: number; body: () => unknown }) {
  const taken: string[] = [];
  const answers: Answer[] = [];
  let open = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const [answer = "up"] = answers.length > 1 ? answers.splice(0, 1) : answers;
      if (answer === "silent") {
        open += 1;
        response.on("close", () => {
          open -= 1;
        });
        return;
      }
      if (answer === "hangs up") return void request.socket.destroy();
      if (answer === "up") taken.push(Buffer.concat(chunks).toString("utf8"));
      response.writeHead(answer === "up" ? ok.status : answer, { "content-type": "application/json" });
      response.end(JSON.stringify(answer === "up" ? ok.body() : { message: "Out of order" }));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    taken,
    /** How many wait for an answer. */
    open: () => open,
    /** One answer each; the last one from then on. */
    answers: (...next: Answer[]) => void answers.splice(0, answers.length, ...next),
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
