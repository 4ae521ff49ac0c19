import { expect, test } from "vitest";
import { ok } from "../../src/health/check.ts";
import { createDiscreet } from "../../src/health/discreet.ts";
import { examine } from "../../src/health/examine.ts";

const discreet = createDiscreet(["s3cret-token"]);

test("what hangs is broken after its time, and holds nobody else up", async () => {
  const looks = [
    { name: "Hanging", look: () => new Promise<never>(() => {}) },
    { name: "Quick", look: async () => ok("Fine.") },
  ];
  expect(await examine(looks, { timeoutMs: 20, discreet })).toEqual([
    { name: "Hanging", state: "broken", detail: "No answer within 0.02 s." },
    { name: "Quick", state: "ok", detail: "Fine." },
  ]);
});

test("all are looked at side by side", async () => {
  const begun: string[] = [];
  let release = () => {};
  const all = new Promise<void>((resolve) => {
    release = resolve;
  });
  const look = (name: string) => ({
    name,
    async look() {
      begun.push(name);
      if (begun.length === 3) release();
      await all;
      return ok("");
    },
  });
  const found = await examine(["a", "b", "c"].map(look), { timeoutMs: 5_000, discreet });
  expect(found.map(({ state }) => state)).toEqual(["ok", "ok", "ok"]);
});

test("what is thrown is what is broken, without the secrets in it", async () => {
  const looks = [
    {
      name: "Database",
      look: async () => {
        throw new Error("cannot reach postgresql://ana:hunter2@db/chat with s3cret-token or xoxb-12-abcdef");
      },
    },
  ];
  expect(await examine(looks, { timeoutMs: 1_000, discreet })).toEqual([
    {
      name: "Database",
      state: "broken",
      detail: "cannot reach postgresql://ana:…@db/chat with … or …",
    },
  ]);
});
