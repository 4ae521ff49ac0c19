import type { WebSocket, WebSocketServer } from "ws";

/** Proxies cut what is silent for a minute; a peer that misses one whole beat is gone. */
const beatMs = 30_000;
const goodbyeMs = 1_000;

/** Keeps the sockets of a server alive and ends those whose peer vanished. */
export function createHeartbeat(server: WebSocketServer) {
  const answered = new WeakSet<WebSocket>();
  const timer = setInterval(beat, beatMs);
  timer.unref();

  function beat(): void {
    for (const socket of server.clients) {
      if (!answered.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }

  return {
    watch(socket: WebSocket): void {
      answered.add(socket);
      socket.on("pong", () => answered.add(socket));
    },

    /** Sends everyone away with 1012, "come back": a restart, not a refusal. */
    async closeAll(): Promise<void> {
      clearInterval(timer);
      const sockets = [...server.clients];
      const gone = sockets.map((socket) => new Promise((resolve) => socket.once("close", resolve)));
      for (const socket of sockets) socket.close(1012, "restarting");
      const impatience = setTimeout(() => {
        for (const socket of sockets) socket.terminate();
      }, goodbyeMs);
      await Promise.all(gone);
      clearTimeout(impatience);
    },
  };
}
