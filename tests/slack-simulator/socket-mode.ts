import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Answer, Envelope } from "./app-connection.ts";

export interface SocketMode {
  /** A one-use address for apps.connections.open. */
  open(url: string): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  isConnected(): boolean;
  wasConnected(): boolean;
  request(envelope: Envelope, retry?: { attempt: number; reason: string }): Promise<Answer>;
  disconnect(reason: "warning" | "refresh_requested" | "link_disabled"): void;
  stop(): void;
}

/** Slack's side of Socket Mode: each envelope goes to one open socket and waits for its acknowledgement. */
export function createSocketMode({
  appId,
  ackTimeoutMs,
}: {
  appId: string;
  ackTimeoutMs: number;
}): SocketMode {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const sockets: WebSocket[] = [];
  const waiting = new Map<string, (answer: Answer) => void>();
  // Bolt reconnects when it has heard no ping for 30 seconds.
  const pings = setInterval(() => {
    for (const socket of sockets) socket.ping();
  }, 10_000).unref();
  let turn = 0;
  let hasConnected = false;

  return {
    open(url) {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `${url.replace(/^http/, "ws")}/link/?ticket=${ticket}&app_id=${appId}`;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? "/", "http://localhost").searchParams.get("ticket");
      if (!ticket || !tickets.delete(ticket)) {
        socket.end("HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n");
        return;
      }
      server.handleUpgrade(request, socket, head, connected);
    },
    isConnected: () => sockets.length > 0,
    wasConnected: () => hasConnected,
    request(envelope, retry) {
      const socket = sockets[turn++ % sockets.length];
      if (!socket) return Promise.resolve({ status: "refused" });
      const envelopeId = randomUUID();
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle({ status: "timeout" }), ackTimeoutMs);
        const settle = (answer: Answer) => {
          clearTimeout(timer);
          waiting.delete(envelopeId);
          resolve(answer);
        };
        waiting.set(envelopeId, settle);
        socket.send(
          JSON.stringify({
            envelope_id: envelopeId,
            type: envelope.kind,
            payload: envelope.payload,
            accepts_response_payload: envelope.kind !== "events_api",
            ...(envelope.kind === "events_api"
              ? { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? "" }
              : {}),
          }),
        );
      });
    },
    disconnect(reason) {
      for (const socket of [...sockets]) {
        socket.send(JSON.stringify({ type: "disconnect", reason, debug_info: { host: "simulator" } }));
        if (reason === "warning") continue;
        forget(socket);
        socket.close(1000);
      }
    },
    stop() {
      clearInterval(pings);
      for (const settle of [...waiting.values()]) settle({ status: "refused" });
      for (const socket of sockets) socket.terminate();
      server.close();
    },
  };

  function forget(socket: WebSocket) {
    const place = sockets.indexOf(socket);
    if (place >= 0) sockets.splice(place, 1);
  }

  function connected(socket: WebSocket) {
    sockets.push(socket);
    hasConnected = true;
    socket.on("error", () => socket.terminate());
    socket.on("close", () => forget(socket));
    socket.on("message", (data) => {
      const ack = JSON.parse(String(data)) as { envelope_id?: string; payload?: unknown };
      if (ack.envelope_id) waiting.get(ack.envelope_id)?.({ status: 200, body: ack.payload });
    });
    socket.send(
      JSON.stringify({
        type: "hello",
        num_connections: sockets.length,
        debug_info: { host: "simulator", approximate_connection_time: 18_060 },
        connection_info: { app_id: appId },
      }),
    );
  }
}
