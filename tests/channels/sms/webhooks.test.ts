import { createEmulator, type Emulator } from "emulate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSms } from "../../../src/channels/sms/index.ts";
import type { Waiting } from "../../../src/notifications/carrier.ts";
import { createSettings } from "../../../src/settings/index.ts";
import { type Desk, openDesk, textsOf } from "../../support/desk.ts";
import { type Served, serve } from "../../support/serve.ts";

const accountSid = `AC${"1".repeat(32)}`;
const [team, ana] = ["+14155550100", "+14155550123"];

let desk: Desk;
let twilio: Emulator;
let served: Served;
let refused: number;
let sms: ReturnType<typeof createSms>;

beforeEach(async () => {
  desk = await openDesk();
  refused = 0;
  served = await serve((publicUrl) => {
    sms = createSms({
      ...parts(publicUrl),
      config: { accountSid, authToken: "secret", from: team, apiUrl: "http://127.0.0.1:1/" },
      refused: () => {
        refused += 1;
      },
    });
    return sms.router;
  });
  twilio = await createEmulator({
    service: "twilio",
    port: 0,
    seed: {
      twilio: {
        account: { sid: accountSid, auth_token: "secret" },
        phone_numbers: [{ phone_number: team, sms_url: `${served.url}/webhooks/twilio/sms` }],
      },
    },
  });
  sms = createSms({
    ...parts(served.url),
    config: { accountSid, authToken: "secret", from: team, apiUrl: `${twilio.url}/` },
    refused: () => {},
  });
});
afterEach(async () => {
  await twilio.close();
  await served.close();
  await desk.close();
});

function parts(publicUrl: string) {
  const { conversations, storage, now } = desk;
  const settings = createSettings({ store: storage.settings, now });
  return { conversations, store: storage.store, notices: storage.notices, settings, publicUrl, now };
}

const simulate = (what: string, form: Record<string, string>) =>
  fetch(`${twilio.url}/_twilio/simulate/${what}`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${accountSid}:secret`).toString("base64")}` },
    body: new URLSearchParams(form),
  });

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
    const sent = await fetch(`${twilio.url}/2010-04-01/Accounts/${accountSid}/Messages/${sid}.json`, {
      headers: { authorization: `Basic ${Buffer.from(`${accountSid}:secret`).toString("base64")}` },
    }).then((response) => response.json());
    expect(sent).toMatchObject({ to: ana, from: team });
    expect(sent.body).toBe(
      `A visitor waits for you in the chat. ${served.url}/inbox/c/${one.conversation.id}`,
    );
  });

  test("STOP and START are honoured, however they are written", async () => {
    const response = await simulate("inbound-message", { To: team, From: ana, Body: " stop " });
    expect(response.ok).toBe(true);
    expect(await desk.storage.notices.unreachable()).toMatchObject([
      { way: "sms", recipient: ana, reason: "opted-out" },
    ]);
    await simulate("inbound-message", { To: team, From: ana, Body: "Start" });
    expect(await desk.storage.notices.unreachable()).toEqual([]);
  });

  test("what is not signed by Twilio is refused and counted", async () => {
    for (const path of ["sms", "status"]) {
      const forged = await fetch(`${served.url}/webhooks/twilio/${path}`, {
        method: "POST",
        headers: { "x-twilio-signature": "bm8=" },
        body: new URLSearchParams({ From: ana, Body: "STOP" }),
      });
      expect(forged.status).toBe(403);
    }
    expect(refused).toBe(2);
    expect(await desk.storage.notices.unreachable()).toEqual([]);
  });

  /** A number that was told of these conversations. */
  async function told(conversationIds: string[], to = ana): Promise<void> {
    const { notices, settings } = desk.storage;
    await createSettings({ store: settings, now: desk.now }).change({ smsRecipients: [ana] }, "Admin");
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
  const texts = async (Body: string, From = ana) => {
    await simulate("inbound-message", { To: team, From, Body });
  };

  test("an agent answers the visitor from the phone", async () => {
    const { conversation } = await waiting();
    await told([conversation.id]);
    await texts("On my way!");
    expect(await answersIn(conversation.id)).toEqual(["On my way!"]);
    expect(await desk.storage.store.find(conversation.id)).toMatchObject({
      status: "agent",
      agent: { id: `sms:${ana}`, name: "Team member …23" },
    });
  });

  test("an answer to a message about several visitors goes to none of them", async () => {
    const [one, other] = [await waiting(), await waiting()];
    await told([one.conversation.id, other.conversation.id]);
    await texts("On my way!");
    expect([...(await answersIn(one.conversation.id)), ...(await answersIn(other.conversation.id))]).toEqual(
      [],
    );
  });

  test("whoever is not of the team answers nobody", async () => {
    const { conversation } = await waiting();
    await told([conversation.id], "+14155550199");
    await texts("Hello!", "+14155550199");
    expect(await answersIn(conversation.id)).toEqual([]);
  });

  test("an answer a day later goes to nobody", async () => {
    const { conversation } = await waiting();
    await told([conversation.id]);
    desk.clock.at += 25 * 60 * 60_000;
    await texts("Still there?");
    expect(await answersIn(conversation.id)).toEqual([]);
  });
});
