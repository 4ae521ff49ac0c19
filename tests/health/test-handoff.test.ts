import { describe, expect, test } from "vitest";
import { ok } from "../../src/health/check.ts";
import { createDiscreet } from "../../src/health/discreet.ts";
import { delivered } from "../../src/health/test-handoff/delivered.ts";
import { heard } from "../../src/health/test-handoff/heard.ts";
import { createWalk } from "../../src/health/test-handoff/walk.ts";

/** A clock that is four seconds further each time somebody looks at it. */
function hastyClock(): () => number {
  let at = 0;
  return () => {
    at += 4_000;
    return at;
  };
}

describe("waiting for the thread", () => {
  const wait = (isPosted: () => Promise<boolean>, troubles: { deadAt?: number; error: string }[] = []) =>
    delivered({
      ...{ conversationId: "c1", isPosted, now: hastyClock() },
      lanes: {
        troubles: async () =>
          troubles.map((trouble) => ({ listener: "slack", conversationId: "c1", attempts: 1, ...trouble })),
      },
    });

  test("ends as soon as it is posted", async () => {
    let looks = 0;
    await wait(async () => ++looks === 3);
    expect(looks).toBe(3);
  });

  test("ends at once, with the reason, when it was given up", async () => {
    const trouble = { deadAt: 1, error: "The Slack channel is archived." };
    await expect(wait(async () => false, [trouble])).rejects.toThrow("The Slack channel is archived.");
  });

  test("ends after a while, with the last reason there was", async () => {
    await expect(wait(async () => false, [{ error: "Slack is down" }])).rejects.toThrow(
      "Nothing appeared in Slack within 30 s. The last reason: Slack is down",
    );
    await expect(wait(async () => false)).rejects.toThrow("See the checks of Slack");
  });
});

test("Slack that never tells us of our own post does not tell us of replies either, unless it tells another node", async () => {
  const wait = (hasHeard: boolean, isAlone: boolean) =>
    heard({ hasHeard: async () => hasHeard, isAlone, now: hastyClock() });
  expect(await wait(true, true)).toMatchObject({ state: "ok" });
  expect(await wait(false, true)).toMatchObject({
    state: "broken",
    detail: expect.stringContaining("people's replies do not arrive either"),
  });
  expect(await wait(false, false)).toMatchObject({ state: "off" });
});

test("what builds on a step that failed is not tried, and cleaning up always is", async () => {
  const told: string[] = [];
  const { step, always, checks } = createWalk({
    tell: ({ name, state }) => told.push(`${name} ${state}`),
    discreet: createDiscreet([]),
  });
  await step("First", async () => "It went well.");
  await step("Second", () => Promise.reject(new Error("It is archived.")));
  await step("Third", () => Promise.reject(new Error("This was tried.")));
  await always("Last", async () => ok("Clean."));
  expect(told).toEqual(["First ok", "Second broken", "Third off", "Last ok"]);
  expect(checks[2]?.detail).toBe("Not tried, because “Second” failed.");
});
