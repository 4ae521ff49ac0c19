import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type HandedOff, startHandedOff } from "./handed-off.ts";
import { eventually, fromInbox, inboxAgent } from "./support.ts";

let desk: HandedOff;
beforeEach(async () => {
  desk = await startHandedOff();
});
afterEach(() => desk.stop());

const ana = { id: "slack:T1/UANA", name: "Ana" };

async function drafted(text = "Dear Zoe, **sorry**.") {
  await desk.conversations.tellTeam({
    ...{ conversationId: desk.visitor.id(), text, draftFor: ana },
    source: { via: "drafts", externalId: crypto.randomUUID() },
  });
  await desk.delivered();
}

const post = (text = "Dear Zoe") => {
  const found = desk.thread().replies.find((reply) => JSON.stringify(reply.blocks).includes(text));
  if (!found) throw new Error(`Nobody says ${text} in the thread.`);
  return found;
};
const labels = (text?: string) =>
  (post(text).blocks ?? []).flatMap(({ type, elements }) =>
    type === "actions" ? (elements as { text: { text: string } }[]).map((element) => element.text.text) : [],
  );

describe("a draft in the thread", () => {
  test("is the assistant's, marked as internal and for whom, with what can be done", async () => {
    await drafted();
    expect(post()).toMatchObject({ username: "Assistant" });
    expect(JSON.stringify(post().blocks)).toContain("🔒 draft for Ana");
    expect(labels()).toEqual(["Send", "Edit"]);
    expect(await desk.seen()).toEqual([]);
  });

  test("is sent as the agent's own reply by a press, once, and then says who sent it", async () => {
    await drafted();
    expect(await desk.ben.click(post(), "Send")).toEqual({});
    await desk.delivered();
    expect(await desk.said()).toMatchObject([
      { author: { kind: "agent", name: "Ben" }, text: "Dear Zoe, **sorry**.", note: false },
    ]);
    expect(desk.thread().replies.at(-1)).toMatchObject({ username: "Ben" });
    await eventually(() => JSON.stringify(post().blocks).includes("Sent by Ben"));
    expect(labels()).toEqual([]);
  });

  test("can be changed before it is sent", async () => {
    await drafted();
    await desk.ana.click(post(), "Edit");
    await eventually(() => desk.ana.view()?.submit);
    expect(JSON.stringify(desk.ana.view())).toContain("Dear Zoe, **sorry**.");
    expect(await desk.ana.submit({ Reply: "Dear Zoe, very sorry." })).toEqual({});
    await eventually(() => JSON.stringify(post("draft for").blocks).includes("Sent by Ana"));
    expect(await desk.seen()).toEqual(["Dear Zoe, very sorry."]);
  });

  test("that somebody sent in the inbox is not offered any more, and whoever is too late is told in the thread", async () => {
    await drafted();
    const late = post();
    desk.workspace.trouble.fail("chat.update", { error: "cant_update_message", times: 100 });
    const events = await desk.store.eventsAfter(desk.visitor.id(), 0);
    const draft = events.findLast((event) => event.type === "message.posted");
    if (draft?.type !== "message.posted") throw new Error("There is no draft.");
    await desk.conversations.sendSuggestion({
      ...{ conversationId: desk.visitor.id(), suggestionId: draft.message.id, agent: inboxAgent },
      text: draft.message.text,
    });
    await desk.ana.click(late, "Send");
    await eventually(() => desk.told()[0]);
    expect(desk.told()).toEqual(["Chris Inbox has sent this suggestion already."]);
    expect(desk.ana.inbox()[0]?.thread_ts).toBe(desk.thread().ts);
    expect(await desk.seen()).toEqual(["Dear Zoe, **sorry**."]);
  });

  test("is refused in words when the conversation is closed", async () => {
    await drafted();
    await desk.ana.click(desk.thread(), "Close");
    await desk.ana.click(post(), "Send");
    expect(await eventually(() => desk.told()[0])).toBe("This conversation is closed. Reopen it to reply.");
    expect(await desk.seen()).toEqual([]);
  });

  test("of many words has its buttons below the last of them", async () => {
    await drafted(`Dear Zoe ${"word ".repeat(750)}`);
    const last = post("Dear Zoe").blocks?.at(-1);
    expect(last?.type).toBe("actions");
    expect(labels()).toEqual(["Send", "Edit"]);
  });

  test("mentions nobody and shows where links lead, whatever the model writes", async () => {
    await drafted("<!channel> <@U1> Dear Zoe [your bank](https://evil.example)");
    expect(post().text).not.toMatch(/<[!@]/);
    expect(JSON.stringify(post().blocks)).not.toMatch(/"type":"(user|broadcast)"/);
    expect(JSON.stringify(post().blocks)).toContain('{"type":"link","url":"https://evil.example"}');
  });
});

test("words of the assistant's that are no draft have no buttons", async () => {
  await desk.conversations.tellTeam({
    ...{ conversationId: desk.visitor.id(), text: "Only words" },
    source: { via: "drafts", externalId: crypto.randomUUID() },
  });
  await desk.delivered();
  expect(JSON.stringify(post("Only words").blocks)).toContain("🔒 internal");
  expect(labels("Only words")).toEqual([]);
});

describe("whoever calls the assistant in the thread", () => {
  test.each([
    "note: @assistant offer a refund",
    "[note] @Assistant: offer a refund",
    "@assistant offer a refund",
    "@handoff offer a refund",
    "note: @handoff offer a refund",
  ])("writes for the team: %j", async (text) => {
    await desk.ana.reply(desk.thread(), text);
    await desk.workspace.idle();
    const [note, ...more] = await desk.said();
    expect(more).toEqual([]);
    expect(note).toMatchObject({ note: true });
    expect(note?.text.toLowerCase()).toMatch(/^@assistant:? offer a refund$/);
    expect(await desk.wasEverSent("refund")).toBe(false);
    expect(desk.told()).toEqual([]);
  });

  test("does so where replies are internal, and is asked where the app is only mentioned on the way", async () => {
    await desk.ana.reply(desk.thread(), "Thank you, @handoff was right");
    await desk.workspace.idle();
    expect(await desk.said()).toEqual([]);
    await eventually(() => desk.told()[0]?.includes("Is this for the visitor?"));
    await desk.conversations.switchReplies({
      ...{ conversationId: desk.visitor.id(), to: "team", agent: ana, source: fromInbox() },
    });
    await desk.ana.reply(desk.thread(), "hey @assistant offer a refund");
    await desk.workspace.idle();
    expect(await desk.said()).toMatchObject([{ note: true, text: "hey @assistant offer a refund" }]);
  });
});
