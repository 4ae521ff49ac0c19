import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AnswerFrame } from "../../src/channels/widget/protocol.ts";
import { maxReasonLength } from "../../src/conversation/rating.ts";
import { quietMs } from "../../src/ratings/index.ts";
import { gemini, startGemini } from "../support/gemini.ts";
import { waitFor } from "../support/patience.ts";
import { type Running, startRunning } from "../support/running.ts";
import { threadWith } from "../support/thread-with.ts";
import type { Visitor } from "../support/visitor.ts";

let running: Running;
let server: Awaited<ReturnType<typeof startGemini>>;

beforeAll(async () => {
  server = await startGemini();
  server.answers((response, { body }) => {
    const isWork = body.generationConfig?.responseSchema !== undefined;
    const answer = isWork ? gemini.fails(404) : gemini.says("It arrives on Monday.");
    answer(response);
  });
  running = await startRunning({ environment: { GEMINI_API_KEY: "k", GEMINI_API_URL: server.url } });
  await running.slackIsOn();
});
afterAll(async () => {
  await running?.stop();
  await server?.stop();
});

const ana = { id: "u-ana", name: "Ana" };
const asked = (visitor: Visitor) => visitor.until(() => visitor.state?.asks?.[0]);
const labels = (visitor: Visitor) => asked(visitor).then((ask) => ask.map(({ label }) => label));

/** Presses the button that has this label, with what was filled in. */
async function presses(visitor: Visitor, label: string, filled = {}, id: string = randomUUID()) {
  const frame = await visitor.until(
    () => visitor.state?.asks?.[0]?.find((part) => part.label === label)?.frame,
  );
  visitor.send({ ...(frame as AnswerFrame & { type: "rate" }), ...filled, id });
  return visitor.answerTo(id);
}

/** A visitor with whom Ana has spoken, and then closed. */
async function closedAfter(words: string) {
  const visitor = await running.visitor();
  await visitor.says(`${words}: my lamp is broken`);
  await visitor.asksForPerson();
  const thread = await threadWith(running, `${words}: my lamp`);
  const [, conversationId = ""] = /\/inbox\/c\/([\w-]+)/.exec(JSON.stringify(thread)) ?? [];
  const source = () => ({ via: "inbox", externalId: randomUUID() });
  await running.app.conversations.reply({
    conversationId,
    agent: ana,
    text: `${words}: ok`,
    source: source(),
  });
  await visitor.hears(`${words}: ok`);
  await running.app.conversations.close({ conversationId, agent: ana, source: source() });
  return { visitor, conversationId };
}

test("after a close the visitor says it was not good, and why: the team reads both in the thread and on the card", async () => {
  const { visitor, conversationId } = await closedAfter("W1");
  expect(await labels(visitor)).toEqual(["How was this chat for you?", "Good", "Not good", "Skip"]);
  expect(visitor.state?.status).toBe("closed");
  const back = await running.visitor(visitor.token);
  expect(await labels(back)).toEqual(await labels(visitor));

  const id = randomUUID();
  const seq = await presses(visitor, "Not good", {}, id);
  visitor.send({ type: "rate", id, isGood: false });
  expect(await visitor.answerTo(id)).toBe(seq);
  await visitor.hears("Thank you for telling us.");
  await back.until(() => back.state?.asks?.[0]?.some(({ field }) => field?.name === "reason"));
  await expect(presses(back, "Tell us", { reason: "x".repeat(maxReasonLength + 1) })).rejects.toThrow(
    "at most 500",
  );
  await presses(back, "Tell us", { reason: "Slow, and I wrote my card 4111 1111 1111 1111 twice" });
  await visitor.until(() => visitor.state && !visitor.state.asks);
  expect(visitor.log.slice(-3)).toEqual([
    "– This conversation was closed. Write again whenever you like.",
    "– Thank you for telling us.",
    "– Thank you. Our team reads it.",
  ]);

  const thread = JSON.stringify(await threadWith(running, "says why it was not good: “Slow"));
  expect(thread).toContain("found this conversation not good.");
  expect(thread).not.toContain("4111 1111");
  await waitFor(async () =>
    expect(JSON.stringify(await threadWith(running, "W1: my lamp"))).toMatch(/Rated.*not good —/),
  );
  const { rating } = (await running.app.storage.store.find(conversationId)) ?? {};
  expect(rating?.given?.reason).toContain("4111 1111 1111 1111");

  await visitor.says("One more thing");
  await visitor.until(() => visitor.state?.status !== "closed");
  expect(visitor.state?.asks).toBeUndefined();
});

test("who writes on is not asked any more, and a rating that comes then is refused in words", async () => {
  const { visitor } = await closedAfter("W2");
  await asked(visitor);
  await visitor.says("W2: it broke again");
  await visitor.until(() => visitor.state?.status === "assistant" && !visitor.state.asks);
  const id = randomUUID();
  visitor.send({ type: "rate", id, isGood: true });
  await expect(visitor.answerTo(id)).rejects.toThrow("nothing to rate");
});

test("who skips is left alone; who reads German is asked in German, in the team's own words where there are some", async () => {
  const german = { language: "de", greeting: "", connectingMessage: "", awayMessage: "" };
  await running.app.settings.change(
    { messagesInLanguages: [{ ...german, ratingQuestion: "Hat alles geklappt?" }] },
    "Ana",
  );
  const { visitor, conversationId } = await closedAfter("W3");
  await presses(visitor, "Skip");
  await visitor.until(() => visitor.state && !visitor.state.asks);
  const types = (await running.app.storage.store.eventsAfter(conversationId, 0)).map(({ type }) => type);
  expect(types.at(-1)).toBe("conversation.ratingDeclined");

  const id = randomUUID();
  const maria = { id, language: "de-AT" };
  const source = () => ({ via: "widget", externalId: randomUUID() });
  const whose = { siteKey: "default", visitor: maria };
  const { conversations, storage } = running.app;
  const said = await conversations.receive({ ...whose, id: randomUUID(), text: "Hallo", source: source() });
  const act = { conversationId: said.conversationId, agent: ana };
  await conversations.reply({ ...act, text: "Guten Tag", source: source() });
  await conversations.close({ ...act, source: source() });
  await waitFor(async () =>
    expect((await storage.store.find(act.conversationId))?.rating?.sentence).toBe("Hat alles geklappt?"),
  );
});

test("nobody is asked where the admin does not want it", async () => {
  await running.app.settings.change({ askForRating: "never" }, "Ana");
  const { visitor, conversationId } = await closedAfter("W4");
  await visitor.until(() => visitor.state?.status === "closed");
  await running.app.relay.idle();
  expect((await running.app.storage.store.find(conversationId))?.rating).toBeUndefined();
});

test("the assistant's visitor is asked when nothing was said for a while, only where the admin wants it", async () => {
  const visitor = await running.visitor();
  await visitor.says("Where is order 7001?");
  await visitor.hears("It arrives on Monday.");
  await running.app.settings.change({ askForRating: "everyone" }, "Ana");
  const { conversation } = await waitFor(async () => {
    const { summaries } = await running.app.storage.directory.list({});
    const found = summaries.find(({ lastText }) => lastText === "It arrives on Monday.");
    if (!found) throw new Error("not yet");
    return found;
  });
  await running.app.relay.idle();
  running.passes(quietMs);
  await running.app.relay.idle();
  expect((await running.app.storage.store.find(conversation.id))?.rating).toBeUndefined();

  await visitor.says("And order 7002?");
  await visitor.until(() => visitor.log.filter((line) => line.includes("Monday")).length === 2);
  await running.app.relay.idle();
  expect((await running.app.storage.store.find(conversation.id))?.rating).toBeUndefined();
  running.passes(quietMs);
  await running.app.relay.idle();
  expect((await labels(visitor))[0]).toBe("How was this chat for you?");
  await presses(visitor, "Good");
  await visitor.hears("Thank you for telling us.");
  expect(visitor.state?.status).toBe("assistant");
});
