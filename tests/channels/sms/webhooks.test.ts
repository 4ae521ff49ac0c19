import { createEmulator, type Emulator } from "emulate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSms } from "../../../src/channels/sms/index.ts";
import type { Waiting } from "../../../src/notifications/carrier.ts";
import { type Desk, openDesk } from "../../support/desk.ts";
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
      config: { accountSid, authToken: "secret", from: team, apiUrl: "http://127.0.0.1:1/" },
      notices: desk.storage.notices,
      publicUrl,
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
    config: { accountSid, authToken: "secret", from: team, apiUrl: `${twilio.url}/` },
    notices: desk.storage.notices,
    publicUrl: served.url,
    refused: () => {},
  });
});
afterEach(async () => {
  await twilio.close();
  await served.close();
  await desk.close();
});

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
});
