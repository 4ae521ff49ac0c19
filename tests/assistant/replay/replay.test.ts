import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { limits, replay } from "../../../src/assistant/replay/replay.ts";
import { createTriggerDesk } from "../../../src/assistant/replay/trigger-desk.ts";
import type { Archive, Told } from "../../../src/conversation/archive.ts";
import { begun } from "../../../src/conversation/conversation.ts";
import { createSettings } from "../../../src/settings/index.ts";
import { ana, type Desk, openDesk } from "../../support/desk.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const act = (conversationId: string) => ({ conversationId, agent: ana, source: desk.source("slack") });

async function conversation(...texts: string[]) {
  const visitor = desk.visitor();
  for (const text of texts) {
    desk.clock.at += 1_000;
    await visitor.says(text);
  }
  return (await visitor.conversation()).id;
}
const replayed = (saved: string[], wanted: string[]) =>
  replay({ archive: desk.storage.archive, saved, wanted });

describe("a replay of trigger phrases over past conversations", () => {
  test("finds whom a new phrase would have connected, the latest first, with the words and where", async () => {
    const older = await conversation("What does the ENTERPRISE plan cost?", "Hello?");
    const newer = await conversation("An enterprise plan, please");
    await conversation("Where is my parcel?");
    expect(await replayed([], ["enterprise plan"])).toMatchObject({
      messages: 4,
      conversations: { read: 3, of: 3 },
      connected: {
        count: 2,
        examples: [
          { conversationId: newer, text: "An enterprise plan, please", matched: "enterprise plan" },
          { conversationId: older },
        ],
      },
      released: { count: 0, examples: [] },
    });
  });

  test("finds who would no longer be connected", async () => {
    const id = await conversation("Cancel my order");
    expect(await replayed(["cancel"], [])).toMatchObject({
      connected: { count: 0 },
      released: { count: 1, examples: [{ conversationId: id, matched: "cancel" }] },
    });
  });

  test("counts nobody who is connected anyway, and an offer as no connection", async () => {
    await conversation("I want to talk to a human about a refund");
    await conversation("This is useless, refund me");
    expect(await replayed([], ["refund"])).toMatchObject({ connected: { count: 1 } });
  });

  test("counts a part of a conversation once, and what is written to people not at all", async () => {
    const id = await conversation("refund", "refund!");
    await desk.conversations.reply({ ...act(id), text: "I am here" });
    const { visitor } = (await desk.storage.store.find(id)) ?? {};
    const says = (text: string) =>
      desk.conversations.receive({
        ...{ siteKey: "default", visitor: { id: visitor?.id ?? "" }, id: crypto.randomUUID(), text },
        source: desk.source("widget"),
      });
    await says("refund, as I said");
    await desk.conversations.note({ ...act(id), text: "Paid back" });
    expect(await replayed([], ["refund"])).toMatchObject({ messages: 2, connected: { count: 1 } });

    await desk.conversations.handBack(act(id));
    await says("another refund");
    expect(await replayed([], ["refund"])).toMatchObject({ messages: 3, connected: { count: 2 } });
    await desk.conversations.close(act(id));
    await says("refund again");
    expect(await replayed([], ["refund"])).toMatchObject({ messages: 4, connected: { count: 3 } });
    await desk.conversations.close(act(id));
    await desk.conversations.reopen(act(id));
    await says("my refund?");
    expect(await replayed([], ["refund"])).toMatchObject({ messages: 4, connected: { count: 3 } });
  });

  test("goes by the words as they stand", async () => {
    const visitor = desk.visitor();
    const messageId = crypto.randomUUID();
    await visitor.says("refund", messageId);
    await desk.conversations.edit({
      ...{ siteKey: "default", visitor: { id: visitor.id }, messageId, by: { kind: "visitor" } },
      ...{ text: "parcel", source: desk.source("widget") },
    });
    expect(await replayed([], ["refund"])).toMatchObject({ messages: 1, connected: { count: 0 } });
  });
});

describe("thousands of conversations", () => {
  const said = (text: string, seq: number) =>
    ({
      ...{ id: `${seq}`, conversationId: "c", seq, at: seq, via: "widget", externalId: `${seq}` },
      type: "message.posted",
      message: { id: `${seq}`, author: { kind: "visitor" }, text, note: false },
    }) as const;
  const told = (at: number): Told => ({
    conversation: begun({ id: `c${at}`, siteKey: "default", visitor: { id: `v${at}` }, createdAt: at }),
    events: Array.from({ length: 10 }, (_, index) => said(`Question ${index} about a refund`, index + 1)),
  });
  /** As many as it is said, made up when they are read. */
  const archiveOf = (size: number): Archive => ({
    count: async () => size,
    async latest({ after = "0", limit }) {
      const from = Number(after);
      const until = Math.min(size, from + limit);
      return {
        told: Array.from({ length: until - from }, (_, index) => told(from + index)),
        cursor: until < size ? String(until) : undefined,
      };
    },
  });

  test("are read until the limit, and it is said how many were", async () => {
    const found = await replay({ archive: archiveOf(3_000), saved: [], wanted: ["refund"] });
    expect(found.messages).toBe(limits.messages);
    expect(found.conversations).toEqual({ read: limits.messages / 10, of: 3_000 });
    expect(found.connected.count).toBe(limits.messages / 10);
    expect(found.connected.examples).toHaveLength(limits.examples);
  });

  test("let others have their turn meanwhile", async () => {
    let turns = 0;
    const ticking = setInterval(() => turns++, 1);
    await replay({ archive: archiveOf(500), saved: [], wanted: ["refund"] });
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(3);
  });

  test("are not read for somebody who has left", async () => {
    const left = new AbortController();
    left.abort();
    const found = await replay({
      archive: archiveOf(500),
      ...{ saved: [], wanted: ["refund"], signal: left.signal },
    });
    expect(found).toMatchObject({ messages: 0, conversations: { read: 0, of: 500 } });
  });
});

test("one more phrase is told in words, beside those that are saved, with links", async () => {
  const settings = createSettings({ store: desk.storage.settings, now: desk.now });
  await settings.change({ triggerPhrases: ["cancel"] }, "Ana");
  const { replayWith } = createTriggerDesk({
    ...{ archive: desk.storage.archive, settings },
    publicUrl: "https://chat.example",
  });
  await conversation("cancel");
  const id = await conversation("A refund  please");
  expect(await replayWith("refund")).toBe(
    [
      "Looked at 2 messages of 2 of 2 conversations, the latest first.",
      "1 would be connected to people at once:",
      `• “A refund please” https://chat.example/inbox/c/${id}`,
    ].join("\n"),
  );
  expect(await replayWith("discount")).toContain("Nothing would change.");
});
