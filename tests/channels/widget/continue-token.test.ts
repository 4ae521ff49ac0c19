import { expect, test } from "vitest";
import { createContinueTokens } from "../../../src/channels/widget/continue-token.ts";

const day = 24 * 60 * 60_000;
const zoe = { siteKey: "default", visitorId: "5e1b0f0a-6c51-4f0f-9c1e-0d6f2a9d1c11" };
let at = 1_800_000_000_000;
const tokens = createContinueTokens("s".repeat(32), () => at);

test("a link leads back to the one conversation for three days", () => {
  const token = tokens.issue(zoe);
  expect(tokens.read(token)).toMatchObject({ ...zoe, isTooOld: false });
  at += 3 * day - 1_000;
  expect(tokens.read(token)).toMatchObject({ ...zoe, isTooOld: false });
  at += 2_000;
  expect(tokens.read(token)).toMatchObject({ ...zoe, isTooOld: true });
});

test("a link says since when there is one, and never a moment too late", () => {
  for (const ms of [0, 1, 400, 999]) {
    at += ms;
    const issuedAfter = tokens.read(tokens.issue(zoe))?.issuedAfter ?? Number.NaN;
    expect(issuedAfter).toBeLessThan(at);
    expect(issuedAfter).toBeGreaterThanOrEqual(at - 2_000);
  }
});

test("a link that somebody changed, or made with another secret, leads nowhere", () => {
  const token = tokens.issue(zoe);
  expect(tokens.read(token.replace("5e1b", "5e1c"))).toBeUndefined();
  expect(tokens.read(token.replace(/^\w+/, "zzzzzz"))).toBeUndefined();
  expect(tokens.read(createContinueTokens("other", () => at).issue(zoe))).toBeUndefined();
  for (const made of ["", ".", "made.up.token", `${token}x`]) expect(tokens.read(made)).toBeUndefined();
});

test("a link is short enough for an SMS, and no letter of it counts twice there", () => {
  expect(tokens.issue(zoe)).toMatch(/^[\w.-]{1,80}$/);
});
