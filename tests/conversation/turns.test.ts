import { expect, test } from "vitest";
import { createTurns } from "../../src/conversation/turns.ts";

test("work of one key never overlaps, also what comes when the first of two has just ended", async () => {
  const inTurn = createTurns();
  const log: string[] = [];
  const gates = new Map<string, () => void>();
  const work = (name: string) =>
    inTurn("c1", async () => {
      log.push(`${name} begins`);
      await new Promise<void>((resolve) => gates.set(name, resolve));
      log.push(`${name} ends`);
    });
  const soon = () => new Promise((resolve) => setImmediate(resolve));

  const [first, second] = [work("first"), work("second")];
  await soon();
  gates.get("first")?.();
  await first;
  await soon();
  const third = work("third");
  await soon();
  expect(log).toEqual(["first begins", "first ends", "second begins"]);
  gates.get("second")?.();
  await second;
  await soon();
  gates.get("third")?.();
  await third;
  expect(log.slice(3)).toEqual(["second ends", "third begins", "third ends"]);
});

test("other keys do not wait, and what fails stops nothing behind it", async () => {
  const inTurn = createTurns();
  const failing = inTurn("c1", () => Promise.reject(new Error("no")));
  const behind = inTurn("c1", async () => "behind");
  const never = inTurn("c2", () => new Promise(() => {}));
  await expect(failing).rejects.toThrow("no");
  expect(await Promise.race([behind, never])).toBe("behind");
});
