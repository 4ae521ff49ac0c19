import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../channels/inbox/support/browser.ts";
import { waitFor } from "../support/patience.ts";
import { type Running, startRunning } from "../support/running.ts";

let running: Running;
beforeAll(async () => {
  running = await startRunning({ slack: { channels: ["support", "sales"] } });
  await running.slackIsOn();
});
afterAll(() => running.stop());

/** A visitor who asked for a person, and their thread. */
async function handedOff(words: string) {
  const visitor = await running.visitor();
  await visitor.says(words);
  await visitor.asksForPerson();
  const inChannel = (channel: string) =>
    running.slack.threads(channel).find(({ replies }) => JSON.stringify(replies).includes(words));
  const threadIn = (channel = "support") =>
    waitFor(() => {
      const thread = inChannel(channel);
      if (!thread) throw new Error(`No thread in #${channel} holds “${words}”.`);
      return thread;
    });
  const thread = await threadIn();
  return { visitor, threadIn, address: { channel: running.slack.channelId("support"), ts: thread.ts } };
}

const at = (ts: string, channel = "support") => ({ channel: running.slack.channelId(channel), ts });
const ana = () => running.slack.as("ana");
const ben = () => running.slack.as("ben");

describe("an agent who works in the thread", () => {
  test("corrects a reply and takes one back: the visitor's copies follow, without a trace", async () => {
    const { visitor, address } = await handedOff("My invoice 301 is wrong");
    const first = await ana().reply(address, "It will be 10 €.");
    await visitor.hears("It will be 10 €.");
    await ana().edit(at(first.ts), "It will be *12 €*.");
    await visitor.hears("It will be **12 €**.");
    await visitor.hearsNoMore("10 €");

    const second = await ana().reply(address, "Oh, wrong window");
    await visitor.hears("wrong window");
    await ana().delete(at(second.ts));
    await visitor.hearsNoMore("wrong window");
    expect(visitor.log.filter((line) => line.startsWith("Ana"))).toEqual(["Ana: It will be **12 €**."]);

    const again = await running.visitor(visitor.token);
    expect(again.log.filter((line) => line.startsWith("Ana"))).toEqual(["Ana: It will be **12 €**."]);
  });

  test("sends files and gets files", async () => {
    const { visitor, threadIn, address } = await handedOff("The form 302 does not open");
    await ana().reply(address, "", {
      files: [{ name: "form.txt", mimetype: "text/plain", content: "the form" }],
    });
    const file = await visitor.until(() =>
      visitor.shown
        .flatMap((line) => (line.type === "message" ? (line.files ?? []) : []))
        .find(({ name }) => name === "form.txt"),
    );
    const response = await fetch(file.url);
    expect(await response.text()).toBe("the form");

    const upload = await visitor.uploads("signed.txt", "signed by me", "text/plain");
    await visitor.sends([upload], "Here it is, signed");
    await waitFor(async () => expect(JSON.stringify((await threadIn()).replies)).toContain("signed.txt"));
  });

  test("keeps words inside by the thread's switch, and everybody sees that it is on", async () => {
    const { visitor, threadIn, address } = await handedOff("Question 303 about prices");
    await ana().click(address, "Claim");
    const { conversationId } = await conversationOf(visitor);
    await running.app.conversations.switchReplies({
      ...{ conversationId, to: "team", agent: { id: "u", name: "Chris" } },
      source: { via: "inbox", externalId: crypto.randomUUID() },
    });
    await waitFor(async () => expect(JSON.stringify(await threadIn())).toMatch(/internal/i));
    await ben().reply(address, "He never pays on time");
    await running.slack.idle();
    await ana().reply(address, "I know");
    await running.slack.idle();
    expect(visitor.log.join()).not.toMatch(/never pays|I know/);
    const events = await running.app.storage.store.eventsAfter(conversationId, 0);
    const notes = events.filter((event) => event.type === "message.posted" && event.message.note);
    expect(notes).toHaveLength(2);
  });

  test("has seconds to take a reply back before anybody saw it", async () => {
    await running.app.settings.change({ holdSeconds: 1 }, "Ana");
    const { visitor, address } = await handedOff("Order 304, where is it?");
    const gone = await ana().reply(address, "No idea, ask somebody else");
    await ana().delete(at(gone.ts));
    const better = await ana().reply(address, "It is on teh way");
    await ana().edit(at(better.ts), "It is on the way");
    await visitor.hears("It is on the way");
    const everHeard = JSON.stringify(visitor.frames);
    expect(everHeard).not.toContain("No idea");
    expect(everHeard).not.toContain("teh way");
    await running.app.settings.change({ holdSeconds: 0 }, "Ana");
  });

  test("sees that the visitor has seen the reply", async () => {
    const { visitor, threadIn, address } = await handedOff("Is 305 open on Sunday?");
    const { ts } = await ana().reply(address, "Yes, from ten.");
    const heard = await visitor.hears("Yes, from ten.");
    visitor.reached(heard.seq, true);
    await waitFor(async () => {
      const reply = (await threadIn()).replies.find((message) => message.ts === ts);
      expect(JSON.stringify(reply?.reactions ?? [])).toContain("eyes");
    });
  });

  test("reads what the visitor corrects", async () => {
    const { visitor, threadIn } = await handedOff("My number is 306000");
    const id = crypto.randomUUID();
    await visitor.says("I mean 306001, not the other", id);
    await waitFor(async () => expect(JSON.stringify(await threadIn())).toContain("306001"));
    await visitor.edits(id, "I mean 306002, not the other");
    await waitFor(async () => {
      const shown = JSON.stringify(await threadIn());
      expect(shown).toContain("306002");
      expect(shown).not.toContain("306001");
    });
  });

  test("goes on in a new thread when the channel changes, and answers in the old one still count", async () => {
    const { visitor, threadIn, address } = await handedOff("Moving with 307");
    await ana().command("/handoff", `channel <#${running.slack.channelId("sales")}|sales>`);
    const moved = await threadIn("sales");
    expect(JSON.stringify(moved.replies)).toContain("Moving with 307");
    await ana().reply(address, "Answered where it was");
    await visitor.hears("Answered where it was");
    await waitFor(async () =>
      expect(JSON.stringify(await threadIn("sales"))).toContain("Answered where it was"),
    );
    await ben().reply(at(moved.ts, "sales"), "Answered where it is");
    await visitor.hears("Answered where it is");
    await ana().command("/handoff", `channel <#${running.slack.channelId("support")}|support>`);
    await threadIn("support");
  });

  test("blocks a visitor who is then told that nothing is sent any more", async () => {
    const { visitor } = await handedOff("You are all 308 idiots");
    const { conversationId } = await conversationOf(visitor);
    await running.app.conversations.block({
      ...{ conversationId, agent: { id: "u", name: "Chris" } },
      source: { via: "inbox", externalId: crypto.randomUUID() },
    });
    await expect(visitor.says("Hello?")).rejects.toThrow("ended this chat");
  });
});

test("what an admin changes in Slack stands on the settings page at the same moment", async () => {
  await ana().command("/handoff", "");
  await waitFor(() => expect(JSON.stringify(ana().view()?.blocks)).toContain("Trigger phrases"));
  const { errors } = await ana().submit({
    "Trigger phrases": "call my lawyer",
    "Office hours": "Mon-Fri 9-17",
  });
  expect(errors).toBeUndefined();

  const browser = openBrowser(running);
  await browser.signIn("admin@example.com", "correct horse battery");
  const page = (await browser.get("/api/settings")).body;
  expect(page.settings.triggerPhrases).toEqual(["call my lawyer"]);
  expect(page.settings.hours.week).toHaveLength(5);
  expect(page.changes[0].by).toContain("Ana");
  await running.app.settings.change({ hours: { timeZone: "UTC", week: [], holidays: [] } }, "Ana");
});

test("an admin tries a sentence in Slack before a visitor says it", async () => {
  const tried = async (sentence: string) =>
    (await ana().command("/handoff", `triggers test "${sentence}"`))?.text;
  expect(await tried("Can I talk to a human?")).toContain("connects the visitor to people at once");
  expect(await tried("Where is the nearest tram stop?")).toContain("stays with the assistant");
  await ana().command("/handoff", 'triggers add "nearest tram stop"');
  expect(await tried("Where is the nearest tram stop?")).toContain("your phrase “nearest tram stop”");
  await ana().command("/handoff", 'triggers remove "nearest tram stop"');
});

async function conversationOf(visitor: { token: string }) {
  const [, claims = ""] = visitor.token.split(".");
  const { sub } = JSON.parse(Buffer.from(claims, "base64url").toString());
  const found = await running.app.storage.store.findByVisitor("default", sub);
  if (!found) throw new Error("The visitor has no conversation.");
  return { conversationId: found.id };
}
