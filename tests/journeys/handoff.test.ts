import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { waitFor } from "../support/patience.ts";
import { type Running, startRunning } from "../support/running.ts";
import { threadWith } from "../support/thread-with.ts";
import type { Visitor } from "../support/visitor.ts";

const sentence = "– Connecting you with a team member — one moment please.";

describe.each([
  { over: "signed requests", socketMode: false },
  { over: "Socket Mode", socketMode: true },
])("a visitor and a team in Slack, over $over", ({ socketMode }) => {
  let running: Running;
  beforeAll(async () => {
    running = await startRunning({ socketMode });
    await running.slackIsOn();
  });
  afterAll(() => running.stop());

  const addressOf = ({ ts }: { ts: string }) => ({ channel: running.slack.channelId("support"), ts });

  test.each([
    "Talk to a human",
    "Speak to someone",
    "I need help from a real person",
    "Can I chat with a human?",
    "Connect me with support",
    "I want to talk to a real agent",
    "can u get me a real person pls",
  ])("“%s” hands off at once, with one sentence, and opens a thread", async (phrase) => {
    const visitor = await running.visitor();
    await visitor.says(phrase);
    await visitor.hears("Connecting you");
    await threadWith(running, phrase);
    expect(visitor.log).toEqual([`visitor: ${phrase}`, sentence]);
    expect(visitor.state).toEqual({ status: "waiting" });
    visitor.leaves();
  });

  test("the button hands off before anything was said, once however often it is pressed", async () => {
    const visitor = await running.visitor();
    await Promise.all([visitor.asksForPerson(), visitor.asksForPerson()]);
    await visitor.hears("Connecting you");
    expect(visitor.log).toEqual([sentence]);
    visitor.leaves();
  });

  test("what the team writes in the thread reaches the visitor by name, and the visitor's words the thread", async () => {
    const visitor = await running.visitor();
    await visitor.says("My order 1881 is lost, talk to a human");
    const thread = await threadWith(running, "order 1881");
    await running.slack.as("ana").reply(addressOf(thread), "Looking into *order 1881* now.");
    const entry = await visitor.hears("Looking into");
    expect(entry).toMatchObject({ author: { kind: "agent", name: expect.stringContaining("Ana") } });
    await visitor.until(() => visitor.state?.status === "agent");

    await visitor.says("Thank you, Ana <3");
    await threadWith(running, "Thank you, Ana <3");
    expect(visitor.log.filter((line) => line.startsWith("assistant:"))).toEqual([]);
    visitor.leaves();
  });

  test("bots, notes and our own echo never reach the visitor", async () => {
    const visitor = await running.visitor();
    await visitor.says("Is anybody there? Talk to a human. Number 4242");
    const thread = await threadWith(running, "Number 4242");
    await running.slack.as("ben").reply(addressOf(thread), "Note: this one is a friend of the boss");
    await running.slack.as("ana").reply(addressOf(thread), "Yes, we are.");
    await visitor.hears("Yes, we are.");
    await running.slack.idle();
    expect(visitor.log.join()).not.toContain("boss");
    expect(visitor.log.filter((line) => line.includes("Number 4242"))).toHaveLength(1);
    visitor.leaves();
  });

  test("one reply delivered eleven times under eleven event ids is one message", async () => {
    const visitor = await running.visitor();
    await visitor.says("Talk to a human about case 77");
    const { event } = await running.slack
      .as("ana")
      .reply(addressOf(await threadWith(running, "case 77")), "Case 77 is mine.");
    for (let time = 0; time < 10; time += 1)
      running.slack.redeliver(event as Parameters<typeof running.slack.redeliver>[0], {
        newEventId: true,
      });
    await running.slack.idle();
    await visitor.hears("Case 77 is mine.");
    expect(visitor.log.filter((line) => line.includes("Case 77 is mine."))).toHaveLength(1);
    visitor.leaves();
  });

  test("a visitor who comes back finds the same conversation, whole, and only it", async () => {
    const visitor = await running.visitor();
    await visitor.says("Talk to a human: my parcel 999");
    const thread = await threadWith(running, "parcel 999");
    visitor.leaves();
    await running.slack.as("ana").reply(addressOf(thread), "It arrives tomorrow.");
    await running.slack.idle();

    const back = await running.visitor(visitor.token);
    await back.hears("It arrives tomorrow.");
    expect(back.log).toHaveLength(3);
    const stranger = await running.visitor();
    expect(stranger.log).toEqual([]);
    for (const each of [back, stranger]) each.leaves();
  });

  test("buttons on the card claim, hand back, close and reopen", async () => {
    const visitor = await running.visitor();
    await visitor.says("Talk to a human: buttons please");
    const press = async (who: string, label: string) =>
      running.slack.as(who).click(await threadWith(running, "buttons please"), label);

    await press("ana", "Claim");
    await visitor.until(() => visitor.state?.status === "agent");
    await press("ana", "Hand back to assistant");
    await visitor.until(() => visitor.state?.status === "assistant");
    await press("ana", "Close");
    await visitor.until(() => visitor.state?.status === "closed");
    await waitFor(() => press("ben", "Reopen"));
    await visitor.until(() => visitor.state?.status === "agent");
    visitor.leaves();
  });
});

describe("trouble", () => {
  let running: Running;
  let visitor: Visitor;
  beforeAll(async () => {
    running = await startRunning();
    await running.slackIsOn();
  });
  afterAll(() => running.stop());

  test("with Slack down, visitors are served, and the thread is completed in order when it is back", async () => {
    running.slack.trouble.down();
    visitor = await running.visitor();
    await visitor.says("Talk to a human");
    for (const text of ["one", "two", "three"]) await visitor.says(text);
    await visitor.hears("Connecting you");
    expect(running.slack.threads("support")).toEqual([]);

    running.slack.trouble.up();
    const texts = await waitFor(() => {
      const [thread] = running.slack.threads("support");
      const history = JSON.stringify(thread?.replies ?? "");
      const places = ["Talk to a human", "one", "two", "three"].map((text) => history.indexOf(`"${text}"`));
      expect(places).not.toContain(-1);
      return places;
    });
    expect(texts).toEqual(texts.toSorted((a, b) => a - b));
    expect(running.slack.threads("support")).toHaveLength(1);
  });

  test("a restart in the middle loses nothing: the visitor resumes, and a reply typed meanwhile arrives once", async () => {
    const [thread] = running.slack.threads("support");
    const address = { channel: running.slack.channelId("support"), ts: thread?.ts ?? "" };
    const before = visitor.log.length;
    const { token, cursor } = visitor;
    const hungUp = visitor.closed;
    await running.stopApp();
    expect(await hungUp).toBe(1012);
    await running.slack.as("ana").reply(address, "Typed while you were away.");
    await running.startApp();
    await running.slack.idle();

    const back = await running.visitor(token);
    await back.hears("Typed while you were away.");
    expect(back.log).toHaveLength(before + 1);
    expect(back.cursor).toBeGreaterThan(cursor);
    await back.says("I am still here.");
    await waitFor(() =>
      expect(JSON.stringify(running.slack.threads("support")[0]?.replies)).toContain("I am still here."),
    );
    back.leaves();
  });

  test("whatever went wrong above, no token or secret is in the log", () => {
    const log = inspect(running.log.entries, { depth: 12 });
    expect(log).toContain("slack");
    for (const secret of [
      running.slack.botToken,
      running.slack.signingSecret,
      running.config.secret,
      visitor.token,
    ])
      expect(log).not.toContain(secret);
  });
});
