import { once } from "node:events";
import { WebSocket } from "ws";

/** Opens a socket and says `hello`, where given; resolves when the first frame has come back. */
export async function openSocket(url: string, hello?: object): Promise<WebSocket> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  await once(socket, "open");
  if (!hello) return socket;
  socket.send(JSON.stringify(hello));
  await once(socket, "message");
  return socket;
}

/** Opens many, a few at a time. */
export async function openSockets(count: number, open: (index: number) => Promise<WebSocket>) {
  const sockets: WebSocket[] = [];
  while (sockets.length < count) {
    const from = sockets.length;
    const size = Math.min(50, count - from);
    sockets.push(...(await Promise.all(Array.from({ length: size }, (_, index) => open(from + index)))));
  }
  return sockets;
}
