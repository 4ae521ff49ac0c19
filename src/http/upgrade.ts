import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

/** A WebSocket endpoint: the server hands it every upgrade request for its path. */
export interface SocketEndpoint {
  path: string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Asks all clients to come back later (1012), then ends those that stay. */
  close(): Promise<void>;
}

/** Answers an upgrade with an HTTP error, which is what the client's console shows, and hangs up. */
export function refuseUpgrade(socket: Duplex, status: number, reason: string): void {
  socket.on("error", () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${reason.replaceAll(/[\r\n]/g, " ")}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}
