import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { textsOf } from "../../support/desk.ts";
import { openSms, zoesPhone } from "./support.ts";

const minute = 60_000;
let sms: Awaited<ReturnType<typeof openSms>>;
const open = async (options: Parameters<typeof openSms>[0] = {}) => {
  sms = await openSms(options);
};
beforeEach(() => open());
afterEach(() => sms.close());

const bodies = async () => (await sms.sent()).map(({ body }) => body);

describe("what agents write to a visitor who has left a number", () => {
  test("goes out by SMS after three minutes: together, in order and once", async () => {
    const zoe = await sms.visitor();
    await zoe.isAnswered("Hello Zoe,");
    await sms.passes(2 * minute);
    await zoe.isAnswered("here is **how**.");
    await sms.passes(minute - 1);
    expect(await bodies()).toEqual([]);
    await sms.passes(1);
    const link = `${sms.url}/widget/continue?token=${zoe.conversationId}`;
    expect(await sms.sent()).toMatchObject([
      { to: zoesPhone, body: `us, Ana: Hello Zoe,\nhere is how.\nSTOP ends these SMS.\n${link}` },
    ]);
    await sms.passes(60 * minute);
    expect(await bodies()).toHaveLength(1);
    expect((await zoe.events()).at(-1)).toMatchObject({ type: "conversation.reached", bySms: true });

    await zoe.isAnswered("Did it help?");
    await sms.passes(3 * minute);
    expect((await bodies())[1]).toBe(`us, Ana: Did it help?\n${link}`);
  });

  test("stays in the chat when they read it there in time", async () => {
    const zoe = await sms.visitor();
    await zoe.isAnswered("Hello");
    await sms.passes(minute);
    await zoe.sees();
    await sms.passes(10 * minute);
    expect(await bodies()).toEqual([]);
  });

  test("also when the agent wrote by SMS from their own phone", async () => {
    const zoe = await sms.visitor();
    await zoe.isAnswered("On my way", "sms");
    await sms.passes(3 * minute);
    expect(await bodies()).toHaveLength(1);
  });

  test("waits for a number, and is sent when the visitor leaves one with their consent, which is kept", async () => {
    const zoe = await sms.visitor("");
    await zoe.isAnswered("Hello");
    await sms.passes(10 * minute);
    expect(await bodies()).toEqual([]);
    await zoe.leaves({ phone: zoesPhone, consent: "You agree." });
    await sms.passes(0);
    expect(await bodies()).toHaveLength(1);
    expect(await zoe.events()).toContainEqual(
      expect.objectContaining({
        ...{ type: "visitor.contactLeft", phone: zoesPhone, consent: "You agree." },
        at: expect.any(Number),
      }),
    );
  });

  test("never holds notes", async () => {
    const zoe = await sms.visitor();
    const agent = { id: "u", name: "Ben" };
    const note = { conversationId: zoe.conversationId, agent, text: "A difficult one." };
    await sms.conversations.note({ ...note, source: sms.desk.source("inbox") });
    await sms.passes(10 * minute);
    expect(await bodies()).toEqual([]);
  });

  test("goes by email alone while they are reached there, and by SMS once the mail came back", async () => {
    await sms.close();
    await open({ hasEmail: true });
    const zoe = await sms.visitor(zoesPhone, "zoe@example.com");
    await zoe.isAnswered("Hello");
    await sms.passes(10 * minute);
    expect(await bodies()).toEqual([]);
    await sms.conversations.loseContact({
      ...{ conversationId: zoe.conversationId, way: "email", recipient: "zoe@example.com" },
      ...{ reason: "bounced", words: "Unknown.", source: sms.desk.source("email") },
    });
    await sms.passes(0);
    expect(await bodies()).toHaveLength(1);
    // There is another way, so they are not asked for one.
    expect((await zoe.conversation()).asksContact).toBe(false);
  });

  test("goes by SMS where no mail can be sent, though an address is known", async () => {
    const zoe = await sms.visitor(zoesPhone, "zoe@example.com");
    await zoe.isAnswered("Hello");
    await sms.passes(3 * minute);
    expect(await bodies()).toHaveLength(1);
  });
});

describe("an answer by SMS", () => {
  test("comes into the conversation as the visitor's, once however often Twilio brings it", async () => {
    const zoe = await sms.visitor();
    await zoe.isAnswered("Does it work now?");
    await sms.passes(3 * minute);
    await sms.texts("Yes, thanks!");
    expect((await zoe.events()).at(-1)).toMatchObject({
      via: "sms",
      message: { author: { kind: "visitor" }, text: "Yes, thanks!" },
    });
    const again = { From: zoesPhone, Body: "Bye!", MessageSid: "SM7" };
    expect(await sms.toldBack(again)).toBeUndefined();
    expect(await sms.toldBack(again)).toBeUndefined();
    expect(textsOf(await zoe.events()).slice(2)).toEqual(["Yes, thanks!", "Bye!"]);
  });

  test("from a number that nobody was answered at is heard by nobody", async () => {
    const zoe = await sms.visitor();
    const before = (await zoe.events()).length;
    expect(await sms.toldBack({ From: zoesPhone, Body: "Hello?" })).toBeUndefined();
    expect(await zoe.events()).toHaveLength(before);
  });

  test("from a number with two chats goes into none, or one visitor might read another's words", async () => {
    const [zoe, eve] = [await sms.visitor(), await sms.visitor()];
    for (const visitor of [zoe, eve]) await visitor.isAnswered("Hello");
    await sms.passes(3 * minute);
    const told = await sms.toldBack({ From: zoesPhone, Body: "My card is 4711" });
    expect(told).toContain("follow the link in our message");
    for (const visitor of [zoe, eve])
      expect(textsOf(await visitor.events())).not.toContain("My card is 4711");
  });

  test("opens a closed conversation again, and the assistant's answer follows by SMS, too", async () => {
    const zoe = await sms.visitor();
    const { conversationId } = zoe;
    await zoe.isAnswered("Hello");
    await sms.passes(3 * minute);
    const agent = { id: "u", name: "Ben" };
    await sms.conversations.close({ conversationId, agent, source: sms.desk.source("inbox") });
    await sms.texts("One more thing");
    expect(await zoe.conversation()).toMatchObject({ status: "assistant" });
    const { generation } = await zoe.conversation();
    await sms.conversations.answer({
      ...{ conversationId, generation, text: "Ask me.", source: sms.desk.source("assistant") },
    });
    await sms.passes(3 * minute);
    expect((await bodies())[1]).toMatch(/^us, Assistant: Ask me\.\n/);
  });

  test("of somebody whom the team has blocked comes back with the reason", async () => {
    const zoe = await sms.visitor();
    await zoe.isAnswered("Hello");
    await sms.passes(3 * minute);
    const agent = { id: "u", name: "Ben" };
    const source = sms.desk.source("inbox");
    await sms.conversations.block({ conversationId: zoe.conversationId, agent, source });
    expect(await sms.toldBack({ From: zoesPhone, Body: "Hey" })).toContain("ended this chat");
  });
});

test("two machines do not answer each other for ever: the team is told, and a person's answer still goes", async () => {
  const zoe = await sms.visitor();
  const { conversationId } = zoe;
  await zoe.isAnswered("Hello");
  await sms.passes(3 * minute);
  const agent = { id: "u", name: "Ben" };
  await sms.conversations.close({ conversationId, agent, source: sms.desk.source("inbox") });
  for (let at = 0; at < 14; at += 1) {
    await sms.texts(`I am not here ${at}`);
    const { generation } = await zoe.conversation();
    await sms.conversations.answer({
      ...{ conversationId, generation, text: "How can I help?", source: sms.desk.source("assistant") },
    });
    await sms.passes(3 * minute);
  }
  expect(await bodies()).toHaveLength(10);
  const notes = (await zoe.events()).filter((event) => event.type === "message.posted" && event.message.note);
  expect(notes).toMatchObject([
    { message: { text: expect.stringContaining("A machine may be answering there") } },
  ]);

  await zoe.isAnswered("It is me, Ana.");
  await sms.passes(3 * minute);
  expect((await bodies())[10]).toContain("It is me, Ana.");
});

describe("a number that is an agent's and a visitor's", () => {
  async function toldAsAgent(conversationId: string) {
    const { notices } = sms.desk.storage;
    await sms.settings.change({ smsRecipients: [zoesPhone] }, "Admin");
    await notices.plan([{ way: "sms", recipient: zoesPhone, conversationId, key: "k", dueAt: 0 }]);
    const taken = (await notices.take({ now: 1, until: 2 })) ?? [];
    const ids = taken.map(({ id }) => id);
    await notices.sent(ids, "SM1", sms.desk.now());
  }

  test("answers nobody while it might mean either", async () => {
    const [zoe, other] = [await sms.visitor(), await sms.visitor("+14155550188")];
    await zoe.isAnswered("Hello");
    await sms.passes(3 * minute);
    await toldAsAgent(other.conversationId);
    const told = await sms.toldBack({ From: zoesPhone, Body: "My PIN is 4711" });
    expect(told).toContain("cannot tell whom this is for");
    for (const visitor of [zoe, other])
      expect(textsOf(await visitor.events())).not.toContain("My PIN is 4711");
  });

  test("is the visitor's when no agent was told of anything lately", async () => {
    const zoe = await sms.visitor();
    await sms.settings.change({ smsRecipients: [zoesPhone] }, "Admin");
    await zoe.isAnswered("Hello");
    await sms.passes(3 * minute);
    expect(await sms.toldBack({ From: zoesPhone, Body: "It is me" })).toBeUndefined();
    expect(textsOf(await zoe.events()).at(-1)).toBe("It is me");
  });
});

describe("STOP and START of a visitor", () => {
  test("end the SMS and begin them again; the team is told, and neither is relayed", async () => {
    const zoe = await sms.visitor();
    await zoe.isAnswered("Hello");
    await sms.passes(3 * minute);
    await sms.texts("Stop");
    expect((await zoe.events()).at(-1)).toMatchObject({
      type: "visitor.contactLost",
      lost: { way: "sms", recipient: zoesPhone, reason: "opted-out" },
    });
    await zoe.isAnswered("Are you there?");
    await sms.passes(10 * minute);
    expect(await bodies()).toHaveLength(1);

    await sms.texts("start");
    await sms.passes(0);
    expect(await bodies()).toHaveLength(2);
    expect((await zoe.events()).map(({ type }) => type)).toContain("visitor.contactRegained");
    expect(textsOf(await zoe.events())).not.toContain("Stop");
    expect(textsOf(await zoe.events())).not.toContain("start");
  });

  test("a plain yes is an answer", async () => {
    const zoe = await sms.visitor();
    await zoe.isAnswered("Does it work?");
    await sms.passes(3 * minute);
    await sms.texts("Yes");
    expect(textsOf(await zoe.events()).at(-1)).toBe("Yes");
  });
});

describe("an SMS that does not arrive", () => {
  const failedWith = async (conversationId: string, ErrorCode: string) => {
    const about = `conversation=${conversationId}&after=3`;
    const report = { MessageSid: "SM5", MessageStatus: "undelivered", To: zoesPhone, ErrorCode };
    return sms.posts(`/webhooks/twilio/status?${about}`, report);
  };

  test.each([
    "30004",
    "30005",
    "30006",
    "21614",
  ])("for good (%s) is told to the team once, and the visitor is asked for another way", async (code) => {
    const zoe = await sms.visitor();
    await zoe.isAnswered("Hello");
    await sms.passes(3 * minute);
    expect((await failedWith(zoe.conversationId, code)).status).toBe(204);
    await failedWith(zoe.conversationId, code);
    const losses = (await zoe.events()).filter(({ type }) => type === "visitor.contactLost");
    expect(losses).toMatchObject([{ lost: { way: "sms", reason: "invalid", recipient: zoesPhone } }]);
    expect(await zoe.conversation()).toMatchObject({ asksContact: true, textedSeq: 3 });
    await zoe.isAnswered("Hello?");
    await sms.passes(10 * minute);
    expect(await bodies()).toHaveLength(1);
  });

  test("this time (30003) is told to the team, and goes with the next one", async () => {
    const zoe = await sms.visitor();
    await zoe.isAnswered("Hello");
    await sms.passes(3 * minute);
    await failedWith(zoe.conversationId, "30003");
    await sms.passes(10 * minute);
    expect(await bodies()).toHaveLength(1);
    expect(await zoe.conversation()).toMatchObject({ asksContact: false });
    await zoe.isAnswered("Hello?");
    await sms.passes(3 * minute);
    expect((await bodies())[1]).toMatch(/Hello\nHello\?/);
    expect((await zoe.conversation()).lostContacts).toEqual([]);
  });
});
