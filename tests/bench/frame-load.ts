import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { RawData, WebSocket } from "ws";

/** Frames each visitor has under way before one is acknowledged. */
const window = 4;
const lastAnswersWithinMs = 10_000;

/** Visitors who say the next thing as soon as the last is acknowledged, by a frame of the given type. */
export function createFrameLoad(sockets: WebSocket[], acknowledgement: "saved" | "say") {
  const start = `{"type":"${acknowledgement}"`;
  let sent = 0;
  let saved = 0;
  let isRunning = false;
  let refusal: string | undefined;

  const say = (socket: WebSocket) => {
    sent += 1;
    const text = `My order ${sent} has not arrived yet. Can you look?`;
    socket.send(JSON.stringify({ type: "say", id: randomUUID(), text }));
  };
  const heard = (socket: WebSocket, data: RawData) => {
    const frame = String(data);
    if (frame.startsWith('{"type":"refused"')) refusal = frame;
    if (!frame.startsWith(start)) return;
    saved += 1;
    if (isRunning) say(socket);
  };
  for (const socket of sockets) socket.on("message", (data) => heard(socket, data));

  return {
    saved: () => saved,

    /** Returns how many were acknowledged per second. */
    async run(ms: number): Promise<number> {
      const before = saved;
      const startedAt = performance.now();
      isRunning = true;
      for (const socket of sockets) for (let each = 0; each < window; each++) say(socket);
      await sleep(ms);
      const perSecond = ((saved - before) / (performance.now() - startedAt)) * 1_000;

      isRunning = false;
      const lateAt = performance.now() + lastAnswersWithinMs;
      while (saved < sent && performance.now() < lateAt) await sleep(10);
      if (refusal) throw new Error(`A frame was refused: ${refusal}`);
      if (saved !== sent) throw new Error(`${sent} frames were sent, ${saved} acknowledged.`);
      return perSecond;
    },

    end(): void {
      for (const socket of sockets) socket.terminate();
    },
  };
}
