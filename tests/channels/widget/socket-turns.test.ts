import { expect, test } from "vitest";
import { createSocketTurns } from "../../../src/channels/widget/socket-turns.ts";

test("a socket is not read while very much of what it asked for waits, and then it is again", async () => {
  const calls: string[] = [];
  const inTurn = createSocketTurns({
    pause: () => void calls.push("pause"),
    resume: () => void calls.push("resume"),
  });
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const done: number[] = [];
  for (let n = 0; n < 31; n += 1)
    inTurn(async () => {
      await gate;
      done.push(n);
    });
  expect(calls).toEqual([]);
  const last = new Promise<void>((resolve) => inTurn(async () => resolve()));
  expect(calls).toEqual(["pause"]);
  letGo();
  await last;
  expect(calls).toEqual(["pause", "resume"]);
  expect(done).toEqual(Array.from({ length: 31 }, (_, n) => n));
});
