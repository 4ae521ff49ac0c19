import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Waiting } from "../../../src/notifications/carrier.ts";
import { textsOf } from "../../support/desk.ts";
import { anasPhone as ana, openSms, team } from "./support.ts";

let sms: Awaited<ReturnType<typeof openSms>>;
let desk: (typeof sms)["desk"];

beforeEach(async () => {
  sms = await openSms();
  desk = sms.desk;
});
afterEach(() => sms.close());

const waiting = async (): Promise<Waiting> => {
  const visitor = desk.visitor();
  await visitor.asksForPerson();
  return { conversation: await visitor.conversation(), events: await visitor.events() };
};

describe("between Twilio and us", () => {
  test("an SMS goes out with a link to the conversation", async () => {
    const one = await waiting();
    const sid = await sms.carrier.tell(ana, [one]);
    expect(sid).toMatch(/^SM/);
    expect((await sms.sent()).at(-1)).toMatchObject({
      ...{ to: ana, from: team },
      body: `A visitor waits for you in the chat. ${sms.url}/inbox/c/${one.conversation.id}`,
    });
  });

  test("STOP and START are honoured, however they are written", async () => {
    await sms.texts(" stop ", ana);
    expect(await desk.storage.notices.unreachable()).toMatchObject([
      { way: "sms", recipient: ana, reason: "opted-out" },
    ]);
    await sms.texts("Start", ana);
    expect(await desk.storage.notices.unreachable()).toEqual([]);
  });

  test("what is not signed by Twilio is refused and counted", async () => {
    for (const path of ["sms", "status"]) {
      const forged = await fetch(`${sms.url}/webhooks/twilio/${path}`, {
        method: "POST",
        headers: { "x-twilio-signature": "bm8=" },
        body: new URLSearchParams({ From: ana, Body: "STOP" }),
      });
      expect(forged.status).toBe(403);
    }
    expect(sms.refused()).toBe(2);
    expect(await desk.storage.notices.unreachable()).toEqual([]);
  });

  /** A number that was told of these conversations. */
  async function told(conversationIds: string[], to = ana): Promise<void> {
    const { notices } = desk.storage;
    await sms.settings.change({ smsRecipients: [ana] }, "Admin");
    await notices.plan(
      conversationIds.map((conversationId) => ({
        ...{ way: "sms" as const, recipient: to, conversationId },
        ...{ key: conversationId, dueAt: 0 },
      })),
    );
    const taken = (await notices.take({ now: 1, until: 2 })) ?? [];
    await notices.sent(
      taken.map(({ id }) => id),
      "SM1",
      desk.now(),
    );
  }
  const answersIn = async (conversationId: string) =>
    textsOf(await desk.storage.store.eventsAfter(conversationId, 0));
  const toldBack = (Body: string, From = ana) => sms.toldBack({ From, Body });

  test("an agent answers the visitor from the phone", async () => {
    const { conversation } = await waiting();
    await told([conversation.id]);
    await sms.texts("On my way!", ana);
    expect(await answersIn(conversation.id)).toEqual(["On my way!"]);
    expect(await desk.storage.store.find(conversation.id)).toMatchObject({
      status: "agent",
      agent: { id: `sms:${ana}`, name: "Team member …23" },
    });
  });

  test("an answer that Twilio brings once more is not called unsent because it was closed meanwhile", async () => {
    const { conversation } = await waiting();
    await told([conversation.id]);
    const answer = { From: ana, Body: "On my way!", MessageSid: "SM7" };
    expect(await sms.toldBack(answer)).toBeUndefined();
    const agent = { id: "u", name: "Ben" };
    await sms.conversations.close({ conversationId: conversation.id, agent, source: desk.source("inbox") });
    expect(await sms.toldBack(answer)).toBeUndefined();
    expect(await answersIn(conversation.id)).toEqual(["On my way!"]);
  });

  test("a picture that an agent texts is not lost without a word", async () => {
    const { conversation } = await waiting();
    await told([conversation.id]);
    const picture = { NumMedia: "1", MediaUrl0: "http://127.0.0.1:1/m", MediaContentType0: "image/png" };
    expect(await sms.toldBack({ From: ana, Body: "Like this:", ...picture })).toContain(
      "Not sent: [A file could not be fetched.]",
    );
    expect(await answersIn(conversation.id)).toEqual(["Like this:"]);
  });

  test("an answer to a message about several visitors goes to none of them", async () => {
    const [one, other] = [await waiting(), await waiting()];
    await told([one.conversation.id, other.conversation.id]);
    expect(await toldBack("On my way!")).toContain("about 2 visitors. Answer them in the inbox: http");
    expect([...(await answersIn(one.conversation.id)), ...(await answersIn(other.conversation.id))]).toEqual(
      [],
    );
  });

  test("whoever is not of the team answers nobody", async () => {
    const { conversation } = await waiting();
    await told([conversation.id], "+14155550199");
    expect(await toldBack("Hello!", "+14155550199")).toBeUndefined();
    expect(await answersIn(conversation.id)).toEqual([]);
  });

  test("a machine at an agent's number is told a few times that nobody waits, not for ever", async () => {
    await sms.settings.change({ smsRecipients: [ana] }, "Admin");
    const words: (string | undefined)[] = [];
    for (let at = 0; at < 8; at += 1) words.push(await toldBack("I am driving."));
    expect(words.filter(Boolean)).toHaveLength(5);
  });

  test("an answer a day later goes to nobody", async () => {
    const { conversation } = await waiting();
    await told([conversation.id]);
    desk.clock.at += 25 * 60 * 60_000;
    expect(await toldBack("Still there?")).toMatch(
      /^Nobody was waiting lately, so this was not sent\. http.*\/inbox$/,
    );
    expect(await answersIn(conversation.id)).toEqual([]);
  });

  test("an answer to a conversation that was closed comes back with the reason", async () => {
    const { conversation } = await waiting();
    await told([conversation.id]);
    const agent = { id: "u", name: "Ben" };
    await sms.conversations.close({ conversationId: conversation.id, agent, source: desk.source("inbox") });
    expect(await toldBack("On my way!")).toMatch(/^Not sent: .*closed.* http.*\/inbox\/c\//);
  });
});
