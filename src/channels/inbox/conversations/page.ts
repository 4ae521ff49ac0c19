import type { IncomingMessage } from "node:http";
import type { WebSocket } from "ws";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { Signal } from "../../../live.ts";
import type { Log } from "../../../log.ts";
import { FromPage, type ToPage } from "../protocol.ts";
import { createWatch, type Watch } from "./watch.ts";

interface Options {
  socket: WebSocket;
  request: IncomingMessage;
  store: ConversationStore;
  log: Log;
}

/** A page that reads slower than this many bytes behind is cut off; it comes back and reads on from its cursor. */
const maxBehind = 4 * 1024 * 1024;

export type Page = ReturnType<typeof createPage>;

/** One open page of the inbox, at the other end of a socket. */
export function createPage({ socket, request, store, log }: Options) {
  let watch: Watch | undefined;
  let unanswered = 0;

  socket.on("message", (data) => take(String(data)));
  socket.on("pong", () => {
    unanswered = 0;
  });
  socket.on("error", () => socket.terminate());

  return {
    request,
    write,

    heard(signal: Signal): void {
      if (watch?.conversationId === signal.conversationId) watch.heard(signal);
    },

    /** Asks whether it is still there. False when it did not answer twice: a busy browser may miss one. */
    isAlive(): boolean {
      socket.ping();
      return unanswered++ < 2;
    },

    closed(): void {
      watch?.stop();
    },
  };

  function take(text: string): void {
    const frame = FromPage.safeParse(asJson(text));
    if (frame.success) obey(frame.data);
    else socket.close(1008, "This frame cannot be read.");
  }

  function obey(frame: FromPage): void {
    unanswered = 0;
    switch (frame.type) {
      case "ping":
        send({ type: "pong" });
        break;
      case "unwatch":
        watch?.stop();
        watch = undefined;
        break;
      case "watch":
        watch?.stop();
        watch = createWatch({ ...frame, store, send, failed });
        void watch.catchUp();
        break;
    }
  }

  function send(frame: ToPage): void {
    write(JSON.stringify(frame));
  }

  function write(text: string): void {
    if (socket.bufferedAmount > maxBehind) socket.terminate();
    else if (socket.readyState === socket.OPEN) socket.send(text);
  }

  function failed(error: unknown): void {
    log.error("inbox page not told", { error });
    socket.close(1013, "Please come back.");
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
