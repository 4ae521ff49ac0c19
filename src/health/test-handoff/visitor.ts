import { WebSocket } from "ws";

/** A frame of the widget's protocol, as far as the test reads it. */
interface Frame {
  type: string;
  id?: string;
  message?: string;
  entries?: { text?: string }[];
}

export interface VisitorOptions {
  /** Where the server is reached. */
  serverUrl: string;
  /** Of the page the visitor would be on. */
  origin: string;
  siteKey: string;
  token: string;
}

export type TestVisitor = Awaited<ReturnType<typeof openVisitor>>;

const openWithinMs = 10_000;

/** A visitor with the widget open, over a real socket. Throws in words when it does not open. */
export async function openVisitor({ serverUrl, origin, siteKey, token }: VisitorOptions) {
  const address = `${serverUrl.replace(/^http/, "ws")}/widget/socket?site=${encodeURIComponent(siteKey)}`;
  const socket = new WebSocket(address, { origin, handshakeTimeout: openWithinMs });
  const frames: Frame[] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of waiting) look();
  };
  socket.on("message", (data) => {
    frames.push(JSON.parse(String(data)));
    wake();
  });
  socket.on("close", wake);

  await new Promise<void>((resolve, reject) => {
    socket.once("open", resolve);
    socket.on("error", (error) =>
      reject(
        new Error(
          `The widget's socket at ${address} does not open (${error.message}). Let the proxy pass WebSockets of /widget/socket on to this server.`,
        ),
      ),
    );
  });
  socket.send(JSON.stringify({ type: "hello", token, after: 0 }));
  await until(
    () => frames.some(({ type }) => type === "welcome"),
    openWithinMs,
    "The visitor is not welcomed.",
  );

  return {
    address,

    /** Asks for a person; throws with the words the visitor would read when that is refused. */
    async asksForPerson(id: string): Promise<void> {
      socket.send(JSON.stringify({ type: "ask-for-person", id }));
      const answer = () => frames.find((frame) => frame.id === id && frame.type !== "news");
      await until(() => answer() !== undefined, openWithinMs, "The request for a person is not answered.");
      const { type, message } = answer() ?? { type: "", message: "" };
      if (type === "refused") throw new Error(`The visitor was refused: “${message}”`);
    },

    hears: (text: string, withinMs: number): Promise<void> =>
      until(
        () => frames.some(({ entries = [] }) => entries.some((entry) => entry.text?.includes(text))),
        withinMs,
        `It did not reach the visitor's widget within ${Math.round(withinMs / 1_000)} s.`,
      ),

    leave: () => socket.terminate(),
  };

  function until(isSo: () => boolean, withinMs: number, otherwise: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => end(() => reject(new Error(otherwise))), withinMs);
      const look = () => {
        if (isSo()) end(resolve);
        else if (socket.readyState > WebSocket.OPEN)
          end(() => reject(new Error("The visitor's socket was closed on the way.")));
      };
      const end = (settle: () => void) => {
        clearTimeout(timer);
        waiting.delete(look);
        settle();
      };
      waiting.add(look);
      look();
    });
  }
}
