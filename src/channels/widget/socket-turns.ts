import type { WebSocket } from "ws";

/** So much of one socket may wait at once; what comes after it stays with the sender. */
const maxWaiting = 32;

/** Does what one socket asks for in the order it was asked: a later message never overtakes one with files. */
export function createSocketTurns(socket: Pick<WebSocket, "pause" | "resume">) {
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;

  /** `work` must not reject. */
  return (work: () => Promise<void>): void => {
    waiting += 1;
    if (waiting === maxWaiting) socket.pause();
    last = last.then(work).then(() => {
      waiting -= 1;
      if (waiting === maxWaiting - 1) socket.resume();
    });
  };
}
