import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type GeminiRequest, gemini, startGemini } from "../support/gemini.ts";
import { waitFor } from "../support/patience.ts";
import { type Running, startRunning } from "../support/running.ts";
import { threadWith } from "../support/thread-with.ts";
import type { Visitor } from "../support/visitor.ts";

let running: Running;
let server: Awaited<ReturnType<typeof startGemini>>;

beforeAll(async () => {
  server = await startGemini();
  server.answers((response, asked) => {
    const answer = isWork(asked) ? gemini.fails(404) : gemini.says("It arrives on Monday.");
    answer(response);
  });
  running = await startRunning({
    environment: { GEMINI_API_KEY: "k", GEMINI_API_URL: server.url },
  });
  await running.slackIsOn();
});
afterAll(async () => {
  await running?.stop();
  await server?.stop();
});

/** Briefs and the like, which have nothing to do with this. */
const isWork = ({ body }: GeminiRequest) => body.generationConfig?.responseSchema !== undefined;
const offered = (visitor: Visitor) => visitor.until(() => visitor.state?.offersPerson);
async function keepsGoing(visitor: Visitor, id: string = randomUUID()) {
  visitor.send({ type: "keep-going", id });
  return visitor.answerTo(id);
}

const offer = "I am sorry that this is not going well. Would you like to talk to a person from the team?";

test("an upset visitor is offered a person, keeps going, and gets the answer; said twice it is done once", async () => {
  const visitor = await running.visitor();
  const otherTab = await running.visitor(visitor.token);
  await visitor.says("This is useless. Where is order 7001?");
  await offered(visitor);
  await offered(otherTab);

  const id = randomUUID();
  const seq = await keepsGoing(otherTab, id);
  expect(await keepsGoing(otherTab, id)).toBe(seq);
  await visitor.hears("It arrives on Monday.");
  expect(visitor.state).toEqual({ status: "assistant" });
  expect(visitor.log).toEqual([
    "visitor: This is useless. Where is order 7001?",
    `assistant: ${offer}`,
    "assistant: It arrives on Monday.",
  ]);

  const back = await running.visitor(visitor.token);
  expect(back.log).toEqual(visitor.log);
  for (const one of [visitor, otherTab, back]) one.leaves();
});

test("who takes the offer up is connected; card and thread say how it came to it", async () => {
  const visitor = await running.visitor();
  await visitor.says("Order 7002 is late and this is useless");
  await offered(visitor);
  await visitor.asksForPerson();
  await visitor.hears("Connecting you");
  expect(visitor.state).toEqual({ status: "waiting" });

  const thread = await threadWith(running, "Order 7002");
  const shown = JSON.stringify(thread);
  expect(shown).toContain("Accepted the offer of a person");
  expect(shown).toContain("the visitor, with the button");
  expect(shown).toContain("After an offer: ");
  expect(shown).toMatch(/“[^”]*useless[^”]*” \(the visitor's words: sounds upset, 50 % sure\)/);
  await waitFor(async () => {
    expect(JSON.stringify((await threadWith(running, "Order 7002")).replies)).toContain(offer);
  });
  visitor.leaves();
});

test("a thread goes on telling what was offered after a hand back, and what became of it", async () => {
  const visitor = await running.visitor();
  await visitor.says("Order 7003, talk to a human");
  await visitor.hears("Connecting you");
  const { ts } = await threadWith(running, "Order 7003");
  await running.slack
    .as("ana")
    .click({ channel: running.slack.channelId("support"), ts }, "Hand back to assistant");
  await visitor.hears("You are with the assistant again.");
  await visitor.says("This is useless");
  await offered(visitor);
  await keepsGoing(visitor);
  await waitFor(async () => {
    const lines = JSON.stringify((await threadWith(running, "Order 7003")).replies);
    expect(lines).toContain("The assistant asked Visitor");
    expect(lines).toMatch(/Why: “[^”]*useless[^”]*” \(the visitor's words: sounds upset, 50 % sure\)/);
    expect(lines).toContain("keeps going with the assistant.");
  });
  visitor.leaves();
});

test("who writes on instead is no longer asked", async () => {
  const visitor = await running.visitor();
  await visitor.says("This is useless");
  await offered(visitor);
  await visitor.says("Where is order 7004?");
  await visitor.until(() => visitor.state?.offersPerson === undefined);
  await visitor.hears("It arrives on Monday.");
  expect(visitor.log.filter((line) => line.includes("Would you like"))).toHaveLength(1);
  visitor.leaves();
});
