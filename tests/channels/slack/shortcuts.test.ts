import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { shortcutNames } from "../../../src/channels/slack/shortcuts/shortcuts.ts";
import { eventually, fromInbox, inboxAgent, type SlackTeam, startTeam } from "./support.ts";

let team: SlackTeam;
let visitor: ReturnType<SlackTeam["visitor"]>;

beforeEach(async () => {
  team = await startTeam();
  visitor = team.visitor("Zoe");
  await visitor.says("My order is lost");
  await visitor.asksForAPerson();
  await team.delivered();
});
afterEach(() => team.stop());

const status = async () => (await team.store.find(visitor.id()))?.status;
const told = (who: SlackTeam["ana"], words: string) =>
  eventually(() => who.inbox().find(({ text }) => text.includes(words)));
const replied = async (text: string) => {
  const { ts } = await team.ana.reply(team.thread(), text);
  await team.workspace.idle();
  return { channel: team.thread().channel, ts };
};
const strange = async () => {
  const { ts } = await team.ben.post("support", "Lunch?");
  return { channel: team.workspace.channelId("support"), ts };
};
const messages = async () =>
  (await team.store.eventsAfter(visitor.id(), 0)).flatMap((event) =>
    event.type === "message.posted" || event.type === "message.madeInternal" ? [event.message] : [],
  );

test("the shortcuts are those of the manifest", () => {
  const { features } = parse(readFileSync("manifest.yml", "utf8"));
  const declared = features.shortcuts.map(({ callback_id }: { callback_id: string }) => callback_id);
  expect(Object.keys(shortcutNames).sort()).toEqual(declared.sort());
});

describe("a shortcut", () => {
  test("closes the conversation from the root, and says so where it was picked", async () => {
    expect(await team.ana.shortcut("handoff_close", team.thread())).toEqual({});
    expect(await status()).toBe("closed");
    expect((await told(team.ana, "This conversation is closed.")).thread_ts).toBeUndefined();
    await eventually(() => JSON.stringify(team.thread().blocks).includes("Closed by Ana"));
  });

  test("hands back from a post of ours, answering in the thread", async () => {
    await visitor.says("Anybody?");
    await team.delivered();
    const post = team.thread().replies.at(-1);
    if (!post) throw new Error("There is no post.");
    await team.ana.shortcut("handoff_hand_back", post);
    expect(await status()).toBe("assistant");
    const words = await told(team.ana, "The assistant has this conversation again.");
    expect(words.thread_ts).toBe(team.thread().ts);
  });

  test("works on what an agent wrote, and has words for what is so already", async () => {
    const reply = await replied("Let me look");
    await team.ben.shortcut("handoff_close", reply);
    await told(team.ben, "This conversation is closed.");
    await team.ben.shortcut("handoff_close", reply);
    await told(team.ben, "This conversation is closed already.");
    await team.ben.shortcut("handoff_hand_back", reply);
    await told(team.ben, "Reopen it to hand it back.");
  });

  test.each([
    "handoff_close",
    "handoff_hand_back",
    "handoff_make_internal",
  ])("on a message that is none of ours says so privately: %s", async (shortcut) => {
    expect(await team.ana.shortcut(shortcut, await strange())).toEqual({});
    await told(team.ana, "does not belong to a visitor's conversation");
    expect(await status()).toBe("waiting");
  });

  test.each([
    "handoff_saved_reply",
    "handoff_block",
    "handoff_transcript",
  ])("with a dialog says it there: %s", async (shortcut) => {
    expect(await team.ana.shortcut(shortcut, await strange())).toEqual({});
    await eventually(() => JSON.stringify(team.ana.view() ?? "").includes("does not belong to a visitor"));
    expect(team.ana.view()?.submit).toBeNull();
  });

  test("asks before it blocks", async () => {
    await team.ana.shortcut("handoff_block", await replied("Enough"));
    await eventually(() => team.ana.view()?.submit);
    await team.ana.submit({});
    expect(await team.store.find(visitor.id())).toMatchObject({ isBlocked: true, status: "closed" });
    await eventually(() =>
      team.thread().replies.find(({ text }) => text.includes("Ana blocked the visitor.")),
    );
    await team.ben.shortcut("handoff_block", team.thread());
    await eventually(() => JSON.stringify(team.ben.view() ?? "").includes("is blocked already"));
  });
});

describe("“Make internal”", () => {
  test("takes an agent's own reply back from the visitor and keeps it as a note", async () => {
    const reply = await replied("Please send a photo");
    await team.ana.shortcut("handoff_make_internal", reply);
    await told(team.ana, "Taken back and kept as a note.");
    expect((await messages()).at(-1)).toMatchObject({ text: "Please send a photo", note: true });
    await team.ana.shortcut("handoff_make_internal", reply);
    await told(team.ana, "This is a note already");
  });

  test("takes back what somebody wrote in the inbox, from the post that shows it", async () => {
    const said = { conversationId: visitor.id(), agent: inboxAgent, source: fromInbox() };
    await team.conversations.reply({ ...said, text: "Wrong window" });
    await team.delivered();
    const post = await eventually(() =>
      team.thread().replies.find(({ text }) => text.includes("Wrong window")),
    );
    await team.ben.shortcut("handoff_make_internal", post);
    await told(team.ben, "Taken back and kept as a note.");
    expect((await messages()).at(-1)).toMatchObject({ text: "Wrong window", note: true });
    await eventually(() => JSON.stringify(team.thread().replies.at(-1)?.blocks).includes("internal"));
  });

  test("is not for the visitor's words, and says why", async () => {
    await visitor.says("I am angry");
    await team.delivered();
    const post = team.thread().replies.at(-1);
    if (!post) throw new Error("There is no post.");
    await team.ana.shortcut("handoff_make_internal", post);
    await told(team.ana, "Only what your team wrote can be made internal.");
    await team.ana.shortcut("handoff_make_internal", team.thread());
    await told(team.ana, "There is no reply in this message");
    expect((await messages()).filter(({ note }) => note)).toEqual([]);
  });

  test("keeps a reply that is still held from ever being sent", async () => {
    await team.settings.change({ holdSeconds: 120 }, "Ana");
    const reply = await replied("Not so fast");
    const source = { via: "slack", externalId: `${team.workspace.teamId}/${reply.channel}/${reply.ts}` };
    expect(await team.heldReplies.find(source)).toBeDefined();
    await team.ana.shortcut("handoff_make_internal", reply);
    await told(team.ana, "Kept as a note. The visitor was not sent it.");
    expect(await team.heldReplies.find(source)).toBeUndefined();
    const said = (await messages()).filter(({ text }) => text === "Not so fast");
    expect(said).toMatchObject([{ note: true }]);
  });
});
