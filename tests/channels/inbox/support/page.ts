import { WebSocket } from "ws";
import type { FromPage, ToPage } from "../../../../src/channels/inbox/protocol.ts";
import type { Browser } from "./browser.ts";
import type { InboxServer } from "./inbox-server.ts";

export type Page = Awaited<ReturnType<typeof openPage>>;

/** A page's end of the live line. Remembers all it was told, and waits for what is to come. */
export async function openPage(
  server: Pick<InboxServer, "url">,
  browser: Browser,
  headers: Record<string, string> = {},
) {
  const socket = new WebSocket(`${server.url.replace("http", "ws")}/api/live`, {
    headers: { Cookie: browser.cookie(), Origin: server.url, ...headers },
  });
  const frames: ToPage[] = [];
  const waiting = new Set<() => void>();
  socket.on("message", (data) => {
    frames.push(JSON.parse(String(data)));
    for (const look of waiting) look();
  });
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  await new Promise<void>((resolve, reject) => {
    socket.on("open", resolve);
    socket.on("error", reject);
  });

  return {
    frames,
    closed,
    say: (frame: FromPage | object) => socket.send(JSON.stringify(frame)),

    /** Resolves as soon as what was told so far satisfies. */
    until: <T>(found: () => T | undefined | false): Promise<T> =>
      new Promise((resolve) => {
        const look = () => {
          const result = found();
          if (!result) return;
          waiting.delete(look);
          resolve(result);
        };
        waiting.add(look);
        look();
      }),

    /** The `seq` of every event told of, in the order of telling. */
    seqs: () => frames.flatMap((frame) => (frame.type === "news" ? frame.events.map(({ seq }) => seq) : [])),

    close: () => socket.close(),
    vanish: () => socket.terminate(),
  };
}
