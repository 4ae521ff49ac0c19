import type { FromVisitor, ToVisitor } from "../../src/channels/widget/protocol.ts";
import type { Cells } from "./cell.ts";
import type { Pace } from "./pace.ts";

/** "idle" before the first call, "lost" from a failure until the next welcome. */
export type Phase = "idle" | "connecting" | "open" | "lost";

export interface Line {
  cell: Cells;
  openSocket(): WebSocket;
  /** The first frame of each connection. */
  hello(): FromVisitor;
  hear(frame: ToVisitor): void;
  isWatched(): boolean;
  pace: Pace;
}

export type Connection = ReturnType<typeof createConnection>;

/** One WebSocket, kept alive: opened again with backoff whenever it breaks, and found out when it died in silence. */
export function createConnection({ cell, openSocket, hello, hear, isWatched, pace }: Line) {
  const phase = cell<Phase>("idle");
  let socket: WebSocket | undefined;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let verdict: ReturnType<typeof setTimeout> | undefined;

  function connect(): void {
    clearTimeout(retry);
    const opened = openSocket();
    socket = opened;
    awaitAnswer();
    opened.onopen = () => {
      send(hello());
    };
    opened.onmessage = ({ data }) => {
      if (socket === opened) listen(JSON.parse(String(data)) as ToVisitor);
    };
    opened.onclose = () => {
      if (socket === opened) lose();
    };
  }

  function listen(frame: ToVisitor): void {
    answered();
    if (frame.type === "welcome") {
      failures = 0;
      phase.value = "open";
    }
    hear(frame);
  }

  /** The first attempt comes at once, spread over half a second: most servers that hang up are only restarting. */
  function lose(): void {
    hangUp();
    phase.value = "lost";
    retry = setTimeout(connect, pace.backoffMs(failures++));
  }

  function hangUp(): void {
    answered();
    const old = socket;
    socket = undefined;
    old?.close();
  }

  function awaitAnswer(): void {
    verdict ??= setTimeout(lose, pace.answerWithinMs);
  }

  function answered(): void {
    clearTimeout(verdict);
    verdict = undefined;
  }

  /** False when there is no line to send it on. */
  function send(frame: FromVisitor): boolean {
    if (socket?.readyState !== 1) return false;
    socket.send(JSON.stringify(frame));
    return true;
  }

  function ping(): void {
    if (phase.value !== "open") return;
    send({ type: "ping" });
    awaitAnswer();
  }

  return {
    phase,
    send,

    /** Does nothing when it has begun already. */
    begin(): void {
      if (phase.value !== "idle") return;
      phase.value = "connecting";
      setInterval(() => isWatched() && ping(), pace.heartbeatMs);
      connect();
    },

    /** There is reason to believe that it works now, or no longer: the network changed, or the visitor came back. */
    wake(): void {
      if (phase.value === "lost" && !socket) connect();
      else ping();
    },

    /** Greets anew, because the hello said something that no longer holds. */
    again(): void {
      hangUp();
      phase.value = "connecting";
      connect();
    },
  };
}
