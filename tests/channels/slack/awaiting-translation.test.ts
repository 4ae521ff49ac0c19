import { expect, test } from "vitest";
import { awaitingTranslation } from "../../../src/channels/slack/posts/awaiting-translation.ts";
import { begun } from "../../../src/conversation/conversation.ts";
import type { ConversationEvent, Happening } from "../../../src/conversation/events.ts";
import { NotBefore } from "../../../src/conversation/listener.ts";
import type { Translation } from "../../../src/conversation/message.ts";
import { ana } from "../../support/desk.ts";

const conversation = begun({ id: "c1", siteKey: "default", visitor: { id: "v1" }, createdAt: 0 });
const said = (id: string, translation?: Translation): Happening => ({
  type: "message.posted",
  message: { id, author: { kind: "visitor" }, text: id, note: false, translation },
});
const called: Happening = {
  ...{ type: "conversation.handedOff", sentence: "One moment." },
  handoff: { by: "button", reason: "Asked for a person", at: 0 },
};
const replyTranslated: Happening = {
  ...{ type: "message.translated", posted: { seq: 1, at: 0 } },
  message: {
    ...{ id: "r", author: { kind: "agent", ...ana }, text: "r", note: false },
    translation: { state: "done", text: "r", language: "fr" },
  },
};
const happened = (...happenings: Happening[]): ConversationEvent[] =>
  happenings.map((happening, index) => ({
    ...happening,
    ...{ id: `e${index}`, conversationId: "c1", seq: index + 1, at: 10_000, via: "widget", externalId: "" },
  }));

/** What gets through at a time, by its seqs; and when to come back for the rest. */
async function heardAt(now: number, ...happenings: Happening[]) {
  const heard: number[] = [];
  const hear = awaitingTranslation(
    async ({ events }) => void heard.push(...events.map(({ seq }) => seq)),
    () => now,
  );
  const events = happened(...happenings);
  const again = await hear({ conversation, events, uncertain: false, heard: async () => {} }).catch(
    (error: unknown) => (error instanceof NotBefore ? error.at : Promise.reject(error)),
  );
  return { heard, again };
}
const awaited = { state: "awaited" } as const;

test("what is being translated waits with all after it, and what came before does not", async () => {
  expect(await heardAt(10_500, said("a"), said("b", awaited), said("c"))).toEqual({
    heard: [1],
    again: 10_800,
  });
});

test("nobody waits longer than eight seconds for a translation", async () => {
  expect(await heardAt(17_999, said("a", awaited))).toEqual({ heard: [], again: 18_299 });
  expect(await heardAt(18_000, said("a", awaited))).toEqual({ heard: [1], again: undefined });
});

test("a call for people never waits", async () => {
  expect(await heardAt(10_500, said("a", awaited), called)).toEqual({ heard: [1, 2], again: undefined });
});

test("what became of replies waits two seconds for more of it, and for nothing else", async () => {
  expect(await heardAt(10_500, replyTranslated)).toEqual({ heard: [], again: 12_000 });
  expect(await heardAt(12_000, replyTranslated)).toEqual({ heard: [1], again: undefined });
  expect(await heardAt(10_500, replyTranslated, said("b"))).toEqual({ heard: [1, 2], again: undefined });
});
