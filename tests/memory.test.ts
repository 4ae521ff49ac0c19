import { expect, test } from "vitest";
import { createMemory } from "../src/memory.ts";

test("a memory keeps as many values as it may, those used last", () => {
  const memory = createMemory<number>({ max: 2 });
  memory.set("a", 1);
  memory.set("b", 2);
  memory.get("a");
  memory.set("c", 3);
  expect([memory.get("a"), memory.get("b"), memory.get("c")]).toEqual([1, undefined, 3]);
});

test("a memory forgets what is too old", async () => {
  const memory = createMemory<number>({ max: 2, ttl: 200 });
  memory.set("a", 1);
  expect(memory.get("a")).toBe(1);
  await expect.poll(() => memory.get("a")).toBeUndefined();
});
