import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { continueRouter } from "../../../src/channels/widget/continue.ts";
import { createContinueTokens } from "../../../src/channels/widget/continue-token.ts";
import { createRecognition } from "../../../src/channels/widget/recognition.ts";
import { createVisitorTokens } from "../../../src/channels/widget/visitor-token.ts";
import { createTraces } from "../../../src/privacy/erasing/traces.ts";
import { type Desk, openDesk } from "../../support/desk.ts";
import { type Served, serve } from "../../support/serve.ts";

const secret = "s".repeat(32);
const site = "default";
let desk: Desk;
let served: Served;
let traces: ReturnType<typeof createTraces>;
const tokens = createVisitorTokens(secret);

beforeEach(async () => {
  desk = await openDesk();
  const { storage, now } = desk;
  traces = createTraces({ records: storage.traces, secret, now });
  const continueTokens = createContinueTokens(secret, now);
  served = await serve(() => continueRouter({ continueTokens, tokens, sites: storage.sites, traces }));
});
afterEach(async () => {
  await served.close();
  await desk.close();
});

const recognise = (token: string | undefined) =>
  createRecognition({ tokens, traces, store: desk.storage.store, newId: randomUUID })(site, token);
const linkOf = (visitorId: string) => {
  const token = createContinueTokens(secret, desk.now).issue({ siteKey: site, visitorId });
  return `${served.url}/widget/continue?token=${token}`;
};
const follow = async (link: string) => {
  const response = await fetch(link);
  return { status: response.status, words: await response.text() };
};

async function erased() {
  const visitor = desk.visitor();
  const { conversationId } = await visitor.says("Hello");
  const link = linkOf(visitor.id);
  desk.clock.at += 60_000;
  await desk.storage.erasures.erase({
    ...{ conversationId, reason: "asked", by: "Ana", at: desk.now() },
    fingerprint: traces.fingerprint,
  });
  return { visitor, link, token: await tokens.issue(site, visitor.id) };
}

test("whoever was not erased is who they were, with or without a conversation", async () => {
  const token = await tokens.issue(site, "zoe");
  expect(await recognise(token)).toEqual({ visitorId: "zoe", token, isKnown: true });
  expect(await recognise(undefined)).toMatchObject({ isKnown: false, erasedAt: undefined });
  expect(await follow(linkOf("zoe"))).toMatchObject({ status: 200 });
});

test("whose conversation was erased gets another name each time, and remembers only since when", async () => {
  const { visitor, token } = await erased();
  const [one, other] = [await recognise(token), await recognise(token)];
  expect(new Set([visitor.id, one.visitorId, other.visitorId]).size).toBe(3);
  expect(one).toMatchObject({ isKnown: false, erasedAt: desk.now() });
  expect(await recognise(one.token)).toEqual({ ...one, isKnown: true });
});

test("a link from before says that the chat was deleted, with the website it was on where there is one", async () => {
  const { link } = await erased();
  expect(await follow(link)).toMatchObject({
    status: 410,
    words: expect.stringContaining("This chat was deleted"),
  });
  await desk.storage.sites.change(site, { name: "Shop & Co", origins: ["https://shop.example"] });
  const { words } = await follow(link);
  expect(words).toContain("Your chat with Shop &amp; Co was deleted");
  expect(words).toContain('<a href="https://shop.example">shop.example</a>');
  await desk.storage.sites.change(site, { origins: ["https://shop.example", "https://other.example"] });
  expect((await follow(link)).words).toContain("or on the website.");
});

test("a link that has become too old says so, and that the chat was deleted as long as that is known", async () => {
  const day = 24 * 60 * 60_000;
  const [{ link }, other] = [await erased(), linkOf("zoe")];
  desk.clock.at += 4 * day;
  expect(await follow(link)).toMatchObject({
    status: 410,
    words: expect.stringContaining("This chat was deleted"),
  });
  const tooOld = { status: 410, words: expect.stringContaining("This link is too old") };
  expect(await follow(other)).toMatchObject(tooOld);
  desk.clock.at += 180 * day;
  expect(await follow(link)).toMatchObject(tooOld);
});

test.each([
  "",
  "?site=nowhere",
  "?token=",
  "?token=made.up.token",
  "?token=made.up.token&site=default",
])("an address that never led anywhere does not say that it is too old: %j", async (query) => {
  const { status, words } = await follow(`${served.url}/widget/continue${query}`);
  expect(status).toBe(404);
  expect(words).toContain("This link leads to no chat");
  expect(words).not.toMatch(/too old|<script/);
});

test("whoever wrote in the very moment of the erasure keeps that, and links made since then lead there", async () => {
  const { visitor, link, token } = await erased();
  await visitor.says("Is anybody there?");
  expect(await recognise(token)).toMatchObject({ visitorId: visitor.id, isKnown: true });
  expect(await follow(link)).toMatchObject({ status: 410 });
  desk.clock.at += 5_000;
  expect(await follow(linkOf(visitor.id))).toMatchObject({ status: 200 });
});
