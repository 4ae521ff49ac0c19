import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEmulator } from "emulate";
import twilioSdk from "twilio";
import { createSms } from "../../../src/channels/sms/index.ts";
import { smsConsent as consent } from "../../../src/channels/widget/sms-consent.ts";
import { createFiles } from "../../../src/files/index.ts";
import { createTraces } from "../../../src/privacy/erasing/traces.ts";
import { createRelay } from "../../../src/relay.ts";
import { createSettings } from "../../../src/settings/index.ts";
import { ana, openDesk } from "../../support/desk.ts";
import { quietLog } from "../../support/quiet-log.ts";
import { serve } from "../../support/serve.ts";

export const accountSid = `AC${"1".repeat(32)}`;
export const authToken = "secret";
/** Ours, an agent's, and a visitor's. */
export const [team, anasPhone, zoesPhone] = ["+14155550100", "+14155550123", "+14155550177"];

/** The SMS channel on a real database, with an emulated Twilio on both ends and a clock the test moves. */
export async function openSms({ hasEmail = false } = {}) {
  const listeners: Parameters<typeof openDesk>[0] = { listeners: [] };
  const desk = await openDesk(listeners);
  const { storage, conversations, now } = desk;
  const { store, phones, notices, sites } = storage;
  const log = quietLog();
  const traces = createTraces({ records: storage.traces, secret: "s".repeat(32), now });
  const settings = createSettings({ store: storage.settings, now });
  const folder = mkdtempSync(join(tmpdir(), "handoff-sms-"));
  const closing: (() => Promise<unknown>)[] = [];
  let refused = 0;
  let twilioUrl = "";
  let sms: ReturnType<typeof createSms> | undefined;
  const served = await serve(async (publicUrl) => {
    const twilio = await createEmulator({
      service: "twilio",
      port: 0,
      seed: {
        twilio: {
          account: { sid: accountSid, auth_token: authToken },
          phone_numbers: [{ phone_number: team, sms_url: `${publicUrl}/webhooks/twilio/sms` }],
        },
      },
    });
    twilioUrl = twilio.url;
    closing.push(() => twilio.close());
    const files = createFiles({
      ...{ records: storage.files, folder, secret: "s".repeat(32), publicUrl, now, log },
      ...{ newId: randomUUID, fetchers: {} },
    });
    sms = createSms({
      ...{ conversations, store, phones, notices, settings, sites, files, publicUrl, now, log, hasEmail },
      config: { accountSid, authToken, from: team, apiUrl: `${twilioUrl}/` },
      continueUrl: ({ id }) => `${publicUrl}/widget/continue?token=${id}`,
      traces,
      refused: () => {
        refused += 1;
      },
    });
    return sms.router;
  });
  if (!sms) throw new Error("The channel was not made.");
  const { listener, carrier } = sms;
  listeners.listeners?.push(listener);
  const relay = createRelay({ lanes: storage.lanes, store, listeners: [listener], now, log });

  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;

  return {
    ...{ desk, conversations, settings, carrier, url: served.url, refused: () => refused },

    /** A visitor with a number who was handed to people; an agent may write to them. */
    async visitor(phone: string | undefined = zoesPhone, email?: string) {
      const visitor = desk.visitor();
      await visitor.says("Is anybody there?");
      await visitor.asksForPerson();
      const { id: conversationId, siteKey } = await visitor.conversation();
      const leaves = (contact: { email?: string; phone?: string; consent?: string }) =>
        conversations.leaveContact({
          ...{ siteKey, visitor: { id: visitor.id }, ...contact, source: desk.source("widget") },
        });
      if (phone || email) await leaves({ ...(email && { email }), ...(phone && { phone, consent }) });
      return {
        ...visitor,
        conversationId,
        leaves,
        isAnswered: (text: string, via = "inbox") =>
          conversations.reply({ conversationId, agent: ana, text, source: desk.source(via) }),
        async sees(): Promise<void> {
          const { seq: upTo } = await visitor.conversation();
          const source = desk.source("widget");
          await conversations.reach({ conversationId, upTo, isSeen: true, source });
        },
      };
    },

    erases: (conversationId: string) =>
      storage.erasures.erase({
        ...{ conversationId, reason: "asked", by: "Ana", at: now() },
        fingerprint: traces.fingerprint,
      }),

    async passes(ms: number) {
      desk.clock.at += ms;
      await relay.idle();
    },

    /** What we sent, the oldest first. */
    async sent(): Promise<{ to: string; body: string; sid: string; status_callback?: string }[]> {
      const url = `${twilioUrl}/2010-04-01/Accounts/${accountSid}/Messages.json?PageSize=100`;
      const { messages } = await fetch(url, { headers: { authorization } }).then((answer) => answer.json());
      return messages.filter(({ direction }: { direction: string }) => direction !== "inbound").reverse();
    },

    /** Somebody texts us, as Twilio signs and brings it. */
    async texts(Body: string, From: string = zoesPhone) {
      await fetch(`${twilioUrl}/_twilio/simulate/inbound-message`, {
        method: "POST",
        headers: { authorization },
        body: new URLSearchParams({ To: team, From, Body }),
      });
    },

    /** A request as Twilio signs it; resolves with its answer. */
    posts(path: string, form: Record<string, string>): Promise<Response> {
      const url = `${served.url}${path}`;
      const signature = twilioSdk.getExpectedTwilioSignature(authToken, url, form);
      return fetch(url, {
        method: "POST",
        headers: { "x-twilio-signature": signature },
        body: new URLSearchParams(form),
      });
    },

    /** What Twilio is told to text back. */
    async toldBack(form: Record<string, string>): Promise<string | undefined> {
      const answer = await this.posts("/webhooks/twilio/sms", { MessageSid: `SM${randomUUID()}`, ...form });
      return /<Message>(.*)<\/Message>/s.exec(await answer.text())?.[1];
    },

    async close() {
      await relay.stop();
      await served.close();
      for (const close of closing) await close();
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
