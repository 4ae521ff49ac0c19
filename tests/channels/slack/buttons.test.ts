import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventually, fromInbox, inboxAgent, type SlackTeam, startTeam } from "./support.ts";

let team: SlackTeam;
let visitor: ReturnType<SlackTeam["visitor"]>;

beforeEach(async () => {
  team = await startTeam();
  visitor = team.visitor("Zoe");
  await visitor.asksForAPerson();
  await team.delivered();
});
afterEach(() => team.stop());

const conversation = async () => await team.store.find(visitor.id());
const status = async () => (await conversation())?.status;
const labels = () =>
  (team.thread().blocks ?? []).flatMap((block) =>
    block.type === "actions"
      ? (block.elements as { text: { text: string } }[]).map(({ text }) => text.text)
      : [],
  );
const options = () =>
  (team.thread().blocks ?? []).flatMap(({ accessory }) => {
    const { options = [] } = (accessory ?? {}) as { options?: { text: { text: string } }[] };
    return options.map(({ text }) => text.text);
  });
const card = () => JSON.stringify(team.thread().blocks);
const cardSays = (words: string) => eventually(() => card().includes(words));
const choose = (option: string) => team.ana.click(team.thread(), "handoff_menu", option);
const told = (who: SlackTeam["ana"]) => eventually(() => who.inbox()[0]);

describe("the card's buttons", () => {
  test("say what can be done, and what can be done changes", async () => {
    expect(labels()).toEqual(["Claim", "Hand back to assistant", "Close", "Open in inbox"]);
    await team.ana.click(team.thread(), "Close");
    await cardSays("Reopen");
    expect(labels()).toEqual(["Reopen", "Open in inbox"]);
    expect(card()).toContain(`https://chat.example.com/inbox/c/${visitor.id()}`);
  });

  test("let one agent claim, and tell the next who has it", async () => {
    expect(await team.ana.click(team.thread(), "Claim")).toEqual({});
    expect(await status()).toBe("agent");
    await cardSays("Ana has it");
    expect(await team.ben.click(team.thread(), "Claim")).toEqual({});
    expect((await told(team.ben)).text).toBe("Ana already has this conversation.");
    expect((await conversation())?.agent?.name).toBe("Ana");
  });

  test("let only one of two who claim at the same moment have it", async () => {
    const thread = team.thread();
    await Promise.all([team.ana.click(thread, "Claim"), team.ben.click(thread, "Claim")]);
    const owner = (await conversation())?.agent?.name;
    const second = owner === "Ana" ? team.ben : team.ana;
    expect((await told(second)).text).toBe(`${owner} already has this conversation.`);
  });

  test("hand back, close and reopen", async () => {
    await team.ana.click(team.thread(), "Hand back to assistant");
    expect(await status()).toBe("assistant");
    await cardSays("With the assistant");
    await team.ana.click(team.thread(), "Close");
    expect(await status()).toBe("closed");
    await cardSays("Reopen");
    await team.ben.click(team.thread(), "Reopen");
    expect(await status()).toBe("agent");
    await cardSays("Ben has it");
  });

  test("open the inbox without anybody being told anything", async () => {
    expect(await team.ana.click(team.thread(), "Open in inbox")).toEqual({});
    expect(team.ana.inbox()).toEqual([]);
  });

  test("work on when Slack refuses to change the card for a while", async () => {
    team.workspace.trouble.fail("chat.update", { status: 503, times: 2 });
    await team.ana.click(team.thread(), "Claim");
    expect(await status()).toBe("agent");
    await cardSays("Ana has it");
  });

  test("wait as long as Slack asks before the card changes", async () => {
    team.workspace.trouble.fail("chat.update", { retryAfter: 1 });
    await team.ana.click(team.thread(), "Claim");
    await cardSays("Ana has it");
  });
});

describe("a press that changes nothing", () => {
  test("has words for who already has it", async () => {
    await team.ana.click(team.thread(), "Claim");
    await team.ana.click(team.thread(), "Claim");
    expect((await told(team.ana)).text).toBe("You already have this conversation.");
  });

  test("has words on a card that is out of date", async () => {
    team.workspace.trouble.fail("chat.update", { error: "cant_update_message", times: 100 });
    await team.ana.click(team.thread(), "Close");
    await team.ben.click(team.thread(), "Close");
    expect((await told(team.ben)).text).toBe("This conversation is closed already.");
    await team.ana.click(team.thread(), "Claim");
    expect((await told(team.ana)).text).toBe("This conversation is closed. Reopen it to claim it.");
  });
});

describe("the card's switch", () => {
  test("says whom replies are for, makes them internal, and lets them go to the visitor again", async () => {
    expect(card()).toContain("*Replies go to the visitor.*");
    await team.ana.click(team.thread(), "Make replies internal");
    expect((await conversation())?.repliesTo).toBe("team");
    await cardSays("*Replies are internal.*");
    expect(card()).toContain("The visitor gets none of them.");
    expect(card()).not.toContain("go to the visitor.*");
    await team.ana.reply(team.thread(), "Between us");
    await team.workspace.idle();

    await team.ben.click(team.thread(), "Send replies to the visitor");
    expect((await conversation())?.repliesTo).toBe("visitor");
    await cardSays("*Replies go to the visitor.*");
    await team.ana.reply(team.thread(), "For you");
    await team.workspace.idle();
    const said = (await team.store.eventsAfter(visitor.id(), 0)).flatMap((event) =>
      event.type === "message.posted" ? [event.message] : [],
    );
    expect(said).toMatchObject([
      { text: "Between us", note: true },
      { text: "For you", note: false },
    ]);
  });

  test("has words for who presses what is so already", async () => {
    team.workspace.trouble.fail("chat.update", { error: "cant_update_message", times: 100 });
    await team.ana.click(team.thread(), "Make replies internal");
    await team.ben.click(team.thread(), "Make replies internal");
    expect((await told(team.ben)).text).toBe("Replies in this thread are internal already.");
  });

  test("is not there once the conversation is closed, unless replies are internal", async () => {
    await team.ana.click(team.thread(), "Close");
    await cardSays("Reopen the conversation to answer.");
    expect(card()).not.toContain("*Replies ");
    await team.ana.click(team.thread(), "Reopen");
    await cardSays("Make replies internal");
    await team.ana.click(team.thread(), "Make replies internal");
    await cardSays("Send replies to the visitor");
    await team.ana.click(team.thread(), "Close");
    await cardSays("Reopen the conversation to answer.");
    expect(card()).toContain("Send replies to the visitor");
  });
});

describe("the card's menu", () => {
  test("offers what is not needed every day", () => {
    expect(options()).toEqual([
      "Send a saved reply",
      "Translate this conversation",
      "Email the transcript",
      "Block the visitor",
    ]);
  });

  test("asks before it blocks; then the visitor is refused, the thread says so, and it can be undone", async () => {
    await choose("Block the visitor");
    await eventually(() => team.ana.view()?.submit);
    expect(JSON.stringify(team.ana.view())).toContain("Zoe* will not be able to write any more");
    expect((await conversation())?.isBlocked).toBe(false);

    expect(await team.ana.submit({})).toEqual({});
    expect(await conversation()).toMatchObject({ isBlocked: true, status: "closed" });
    await expect(visitor.says("Hello?")).rejects.toThrow("The team has ended this chat");
    await cardSays("The visitor is blocked by Ana");
    await eventually(() =>
      team.thread().replies.some(({ text }) => text.includes("Ana blocked the visitor.")),
    );
    expect(team.ana.inbox()).toEqual([]);

    await choose("Unblock the visitor");
    expect((await conversation())?.isBlocked).toBe(false);
    await visitor.says("I am back");
    await eventually(() => !card().includes("is blocked"));
  });

  test("offers no saved reply once the conversation is closed", async () => {
    await team.ana.click(team.thread(), "Close");
    await cardSays("Closed by Ana");
    expect(options()).toEqual(["Email the transcript", "Block the visitor"]);
  });

  test("closes the question without blocking anybody", async () => {
    await choose("Block the visitor");
    await eventually(() => team.ana.view()?.submit);
    await team.ana.close();
    expect((await conversation())?.isBlocked).toBe(false);
  });

  test("says so when Slack does not open the dialog", async () => {
    team.workspace.trouble.fail("views.open", { error: "expired_trigger_id" });
    await choose("Block the visitor");
    expect((await told(team.ana)).text).toBe("Slack did not show the dialog in time. Please try again.");
  });
});

test("guests do not act for the team, unless an admin allows it", async () => {
  const guest = await startTeam({
    simulator: {
      people: [
        { name: "ana", realName: "Ana", admin: true },
        { name: "ben", realName: "Ben", guest: true },
      ],
    },
  });
  try {
    const asking = guest.visitor("Zoe");
    await asking.asksForAPerson();
    await guest.delivered();
    await guest.ben.click(guest.thread(), "Claim");
    expect((await told(guest.ben)).text).toContain("Guests and people of other companies do not act");
    expect((await guest.store.find(asking.id()))?.status).toBe("waiting");
    await guest.settings.change({ guestsMayReply: true }, "Ana");
    await guest.ben.click(guest.thread(), "Claim");
    expect((await guest.store.find(asking.id()))?.agent?.name).toBe("Ben");
  } finally {
    await guest.stop();
  }
});

test("what happens in the inbox shows on the card", async () => {
  await team.conversations.close({ conversationId: visitor.id(), agent: inboxAgent, source: fromInbox() });
  await cardSays("Closed by Chris Inbox, <!date^");
});
