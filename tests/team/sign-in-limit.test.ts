import { describe, expect, test } from "vitest";
import { createKnownDevices } from "../../src/team/known-device.ts";
import { createSignInLimit } from "../../src/team/sign-in-limit.ts";

const ben = "ben@example.com";
const guess = (n: number, email = ben) => ({ address: `203.0.113.${n}`, email, deviceId: undefined });

async function refusedAfter(attempts: Parameters<ReturnType<typeof createSignInLimit>["attempt"]>[0][]) {
  const limit = createSignInLimit();
  for (const [index, attempt] of attempts.entries())
    if (
      await limit.attempt(attempt).then(
        () => false,
        () => true,
      )
    )
      return { limit, index };
  return { limit, index: undefined };
}

describe("wrong passwords", () => {
  test("from one network are stopped, whatever the accounts", async () => {
    const many = Array.from({ length: 12 }, (_, n) => guess(1, `person${n}@example.com`));
    expect((await refusedAfter(many)).index).toBe(10);
  });

  test("for one account are stopped, whatever the networks", async () => {
    expect((await refusedAfter(Array.from({ length: 12 }, (_, n) => guess(n)))).index).toBe(10);
  });

  test("of strangers lock nobody out of a browser they have signed in with before", async () => {
    const { limit } = await refusedAfter(Array.from({ length: 12 }, (_, n) => guess(n)));
    await limit.attempt({ ...guess(1), deviceId: "bens own" });
    await expect(limit.attempt(guess(99))).rejects.toMatchObject({ status: 429 });
  });

  test("of strangers in the same office lock nobody out of such a browser either", async () => {
    const { limit } = await refusedAfter(Array.from({ length: 12 }, (_, n) => guess(1, `p${n}@example.com`)));
    await limit.attempt({ ...guess(1), deviceId: "bens own" });
  });

  test("in a known browser count, too: whoever stole it cannot guess for ever", async () => {
    const many = Array.from({ length: 12 }, () => ({ ...guess(1), deviceId: "stolen" }));
    expect((await refusedAfter(many)).index).toBe(10);
  });

  test("are refused in words that say when to come back and what else to do", async () => {
    const { limit } = await refusedAfter(Array.from({ length: 12 }, (_, n) => guess(n)));
    await expect(limit.attempt(guess(50))).rejects.toThrow(
      /wait 15 minutes and try again, or choose a new password/,
    );
  });
});

test("right passwords count for nothing", async () => {
  const limit = createSignInLimit();
  for (let n = 0; n < 50; n++) {
    await limit.attempt(guess(1));
    await limit.succeeded(guess(1));
  }
});

describe("a browser in which somebody has signed in", () => {
  const devices = createKnownDevices({ secret: "a secret", isSecure: true });
  const cookie = devices.cookieFor(ben).replace(/;.*$/, "");
  const idOf = (cookie: string, email = ben) => devices.idOf({ headers: { cookie } }, email);

  test("is known to that account alone", () => {
    expect(idOf(`other=1; ${cookie}; more=2`)).toMatch(/^[\w-]{22}$/);
    expect(idOf(cookie, "cleo@example.com")).toBeUndefined();
  });

  test("is not known by a cookie that was made up or changed", () => {
    expect(idOf("")).toBeUndefined();
    expect(idOf("handoff.device=x.y")).toBeUndefined();
    expect(idOf(cookie.replace("=", "=A"))).toBeUndefined();
    const another = createKnownDevices({ secret: "another", isSecure: true });
    expect(another.idOf({ headers: { cookie } }, ben)).toBeUndefined();
  });

  test("keeps its cookie from scripts and from other pages of this server", () => {
    expect(devices.cookieFor(ben)).toMatch(/Path=\/api\/auth; .*HttpOnly; SameSite=Lax; Secure$/);
  });
});
