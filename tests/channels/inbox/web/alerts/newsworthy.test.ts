import { expect, test } from "vitest";
import type { Listed } from "../../../../../src/channels/inbox/conversations/protocol.ts";
import { newsworthy } from "../../../../../src/channels/inbox/web/alerts/newsworthy.ts";
import { begun } from "../../../../../src/conversation/conversation.ts";

const listed = (change: Partial<Listed["conversation"]>, news: Partial<Listed> = {}): Listed => ({
  conversation: {
    ...begun({ id: "c1", siteKey: "default", visitor: { id: "v1", name: "Maria" }, createdAt: 1 }),
    ...change,
  },
  lastAt: 2_000,
  ...news,
});
const handoff = (at: number) => ({ by: "button" as const, reason: "Asked for a person", at });
const waiting = (at: number) => listed({ status: "waiting", handoff: handoff(at) });
const anybody = { before: undefined, isMine: false, about: "waiting" as const };

test("who begins to wait is told of once, and again when they are handed over again", () => {
  expect(newsworthy(waiting(1_000), anybody)?.title).toBe("Maria is waiting for a person");
  expect(newsworthy(waiting(1_000), { ...anybody, before: waiting(1_000) })).toBeUndefined();
  expect(newsworthy(waiting(3_000), { ...anybody, before: waiting(1_000) })?.title).toContain("waiting");
});

test("who wants to hear of their own conversations only does not hear of who waits", () => {
  expect(newsworthy(waiting(1_000), { ...anybody, about: "mine" })).toBeUndefined();
});

test("what a visitor writes is told to whom the conversation belongs, and nothing that the team writes", () => {
  const said = listed({ status: "agent", seq: 3 }, { lastBy: "visitor", lastText: "**Any** news?" });
  expect(newsworthy(said, { ...anybody, isMine: true })).toEqual({
    conversationId: said.conversation.id,
    title: "Maria wrote",
    body: "Any news?",
  });
  expect(newsworthy(said, anybody)).toBeUndefined();
  expect(newsworthy({ ...said, lastBy: "agent" }, { ...anybody, isMine: true })).toBeUndefined();
  expect(newsworthy(said, { ...anybody, isMine: true, before: said })).toBeUndefined();
});
