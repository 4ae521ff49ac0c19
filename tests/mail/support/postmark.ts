import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface TakenMail {
  token: string | undefined;
  path: string;
  mail: Record<string, unknown> & { To: string; Subject: string; HtmlBody: string; TextBody: string };
}

interface Answer {
  status: number;
  code?: number;
  message?: string;
  /** Cut the connection instead. */
  hangsUp?: boolean;
}

export type FakePostmark = Awaited<ReturnType<typeof startPostmark>>;

/** Postmark's `POST /email` on this machine: takes mail, or says why not, in Postmark's own form. */
export async function startPostmark() {
  const taken: TakenMail[] = [];
  const answers: Answer[] = [];
  let calls = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      calls += 1;
      const mail = JSON.parse(Buffer.concat(chunks).toString("utf8")) as TakenMail["mail"];
      const { status, code = 0, message = "OK", hangsUp } = answers.shift() ?? { status: 200 };
      if (hangsUp) {
        request.socket.destroy();
        return;
      }
      if (status === 200) {
        const token = request.headers["x-postmark-server-token"];
        taken.push({ token: String(token), path: request.url ?? "", mail });
      }
      const MessageID = `m-${taken.length}`;
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify({ ErrorCode: code, Message: message, MessageID, To: mail.To }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    apiUrl: `http://127.0.0.1:${port}/`,
    taken,
    calls: () => calls,
    /** How the next mails are answered. */
    answer: (...next: Answer[]) => void answers.push(...next),
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
