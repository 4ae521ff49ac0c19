import nock from "nock";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createContinuing } from "../../../src/channels/sms/continuing.ts";
import { createTwilio } from "../../../src/channels/sms/twilio.ts";
import { testText, waitingText } from "../../../src/channels/sms/words.ts";

import { unchanged } from "../../../src/conversation/unchanged.ts";
import { ana, conversation, events, handedOff, says, visitor } from "../../mail/support/chat.ts";

const accountSid = `AC${"1".repeat(32)}`;
const path = `/2010-04-01/Accounts/${accountSid}/Messages.json`;
const twilio = createTwilio({ accountSid, authToken: "secret", from: "+14155550100" });
const sms = {
  to: "+14155550123",
  text: "Hello",
  statusUrl: "https://chat.example.com/webhooks/twilio/status",
};

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

const taken = (from: Record<string, string>) =>
  nock("https://api.twilio.com")
    .post(path, {
      To: sms.to,
      Body: "Hello",
      StatusCallback: sms.statusUrl,
      ValidityPeriod: "14400",
      ...from,
    })
    .basicAuth({ user: accountSid, pass: "secret" })
    .reply(201, { sid: "SM1", status: "queued" });

describe("an SMS", () => {
  test("is given to Twilio with where to report, and known by Twilio's id", async () => {
    const scope = taken({ From: "+14155550100" });
    expect(await twilio.send(sms)).toBe("SM1");
    scope.done();
  });

  test("goes out through a messaging service where one is set", async () => {
    const service = `MG${"2".repeat(32)}`;
    const scope = taken({ MessagingServiceSid: service });
    const throughService = createTwilio({ accountSid, authToken: "secret", from: service });
    expect(await throughService.send(sms)).toBe("SM1");
    scope.done();
  });

  test("asks for no report where Twilio could not call", async () => {
    const scope = nock("https://api.twilio.com")
      .post(path, (body) => !("StatusCallback" in body))
      .times(3)
      .reply(201, { sid: "SM1" });
    for (const host of ["localhost:3000", "127.0.0.1:3000", "my_host.example.com"])
      await twilio.send({ ...sms, statusUrl: `http://${host}/webhooks/twilio/status` });
    scope.done();
  });

  test.each([
    [400, 21610, { unreachable: "opted-out", isPassing: false }, "START"],
    [400, 21211, { unreachable: "invalid", isPassing: false }, "Use another number"],
    [400, 21614, { unreachable: "invalid", isPassing: false }, "Use another number"],
    [429, 20429, { unreachable: undefined, isPassing: true }, "takes no messages at the moment"],
    [500, 0, { unreachable: undefined, isPassing: true }, "takes no messages at the moment"],
    [503, 20500, { unreachable: undefined, isPassing: true }, "takes no messages at the moment"],
    [401, 20003, { unreachable: undefined, isPassing: false }, "TWILIO_AUTH_TOKEN"],
    [400, 21606, { unreachable: undefined, isPassing: false }, "TWILIO_FROM"],
    [400, 21608, { unreachable: undefined, isPassing: false }, "trial"],
    [400, 21408, { unreachable: undefined, isPassing: false }, "Geo permissions"],
    [400, 30034, { unreachable: undefined, isPassing: false }, "10DLC"],
    [400, 99999, { unreachable: undefined, isPassing: false }, "Something else"],
  ])("that Twilio answers with %i and code %i is told of in words", async (status, code, outcome, words) => {
    nock("https://api.twilio.com").post(path).reply(status, { code, message: "Something else", status });
    const error = await twilio.send(sms).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "NotCarried", ...outcome });
    expect(String(error)).toContain(words);
  });

  test("that Twilio does not answer may be sent again", async () => {
    nock("https://api.twilio.com").post(path).replyWithError("socket hang up");
    await expect(twilio.send(sms)).rejects.toMatchObject({ name: "NotCarried", isPassing: true });
  });

  test("is one segment in plain letters, whoever waits", () => {
    const link = `https://chat.example.com/inbox/c/${"0".repeat(36)}`;
    for (const text of [waitingText(1, link), waitingText(1_000, link), testText(link)]) {
      expect(text).toMatch(/^[A-Za-z0-9 .,:/-]+$/);
      expect(text.length).toBeLessThanOrEqual(160);
    }
  });
});

describe("an SMS to a visitor", () => {
  test("is asked to be reported with the conversation it is of, so that the report needs no memory", async () => {
    const scope = nock("https://api.twilio.com")
      .post(path, {
        ...{ To: "+14155550177", From: "+14155550100", ValidityPeriod: "14400" },
        Body: "shop.example.com, Ana: Hello\nSTOP ends these SMS.\nhttps://chat.example.com/widget/continue?token=t",
        StatusCallback: "https://chat.example.com/webhooks/twilio/status?conversation=c1&after=2",
      })
      .basicAuth({ user: accountSid, pass: "secret" })
      .reply(201, { sid: "SM1", status: "queued" });
    const followed: unknown[] = [];
    const nothing = async () => undefined;
    const listener = createContinuing({
      ...{ twilio, hasEmail: true, publicUrl: "https://chat.example.com" },
      store: { eventsAfter: async () => events(handedOff, says(visitor, "Hi"), says(ana, "Hello")) },
      notices: { whyUnreachable: nothing, markUnreachable: nothing },
      conversations: {
        loseContact: () => Promise.reject(new Error("It was not lost.")),
        tellTeam: () => Promise.reject(new Error("There is nothing to tell.")),
        async follow(what) {
          followed.push(what);
          return unchanged(conversation);
        },
      },
      sites: { find: nothing },
      continueUrl: () => "https://chat.example.com/widget/continue?token=t",
      now: () => Date.UTC(2030, 0, 1),
    });
    const zoe = { ...conversation, seenSeq: 2, visitor: { id: "v1", phone: "+14155550177" } };
    await listener.hear({
      ...{ events: [], uncertain: false, heard: nothing },
      conversation: { ...zoe, page: { url: "https://shop.example.com/cart" } },
    });
    expect(followed).toMatchObject([{ way: "sms", upTo: 3, source: { externalId: "c1/sent/SM1" } }]);
    scope.done();
  });
});
