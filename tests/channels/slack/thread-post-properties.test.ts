import fc from "fast-check";
import { expect, test } from "vitest";
import { entriesOf } from "../../../src/channels/slack/posts/entry.ts";
import { packed } from "../../../src/channels/slack/posts/pack.ts";
import { lengthIn } from "../../../src/channels/slack/posts/size.ts";
import { threadPost } from "../../../src/channels/slack/posts/thread-post.ts";
import { begun } from "../../../src/conversation/conversation.ts";
import type { ConversationEvent, Happening } from "../../../src/conversation/events.ts";
import type { Author } from "../../../src/conversation/message.ts";
import { messageBlocks } from "../../slack-simulator/block-kit/blocks.ts";

const nobodyElse = { sent: new Map(), writtenInSlack: new Set<number>(), userOf: () => undefined };
const agent = { id: "user-1", name: "Chris", avatarUrl: "https://chat.example.com/a.png" };
const setting = { appNames: ["handoff"], inboxUrl: "https://chat.example.com/inbox/c/c1" };

const author: fc.Arbitrary<Author> = fc.constantFrom(
  { kind: "visitor" },
  { kind: "assistant" },
  { kind: "agent", ...agent },
);

const piece = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.constantFrom("<!channel>", "<@U1>", "&amp;", "**", "`", "```\n", "> ", "- ", "# ", "\n\n", "🙂", "​"),
  fc.constantFrom("https://example.com/a?b=c&d", "word ", "x".repeat(700), "two words ".repeat(90)),
);
const text = fc
  .array(piece, { minLength: 1, maxLength: 40 })
  .map((pieces) => pieces.join("").slice(0, 12_000).trim() || "x");

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant("message.posted" as const), message: message(text) }),
  },
  { weight: 1, arbitrary: fc.constant({ type: "conversation.claimed" as const, agent }) },
);

function message(words: fc.Arbitrary<string>) {
  return fc.record({ id: fc.uuid(), author, text: words, note: fc.boolean() });
}

const history = (happenings: fc.Arbitrary<Happening>, maxLength: number) =>
  fc.array(happenings, { minLength: 1, maxLength }).map((all) =>
    all.map(
      (one, index): ConversationEvent => ({
        ...one,
        ...{ id: `e${index}`, conversationId: "c1", seq: index + 1, at: 1_700_000_000_000 + index },
        ...{ via: "widget", externalId: `m${index}` },
      }),
    ),
  );

const told = (events: ConversationEvent[], name?: string) => {
  const visitor = { id: "v1", ...(name === undefined ? {} : { name }) };
  const conversation = begun({ id: "c1", siteKey: "default", visitor, createdAt: 0 });
  const posts = packed(events.flatMap((event) => entriesOf(event, { conversation, ...nobodyElse })));
  return posts.map((entries) => threadPost(entries, setting));
};

const textsIn = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(textsIn)
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, inside]) =>
          (key === "text" || key === "url") && typeof inside === "string" ? [inside] : textsIn(inside),
        )
      : [];

test("whatever is said, no post is beyond what Slack takes", () => {
  fc.assert(
    fc.property(history(happening, 12), (events) => {
      for (const { text, blocks } of told(events)) {
        expect(blocks.length).toBeLessThanOrEqual(50);
        expect(messageBlocks.safeParse(blocks).error).toBeUndefined();
        expect(lengthIn(blocks)).toBeLessThanOrEqual(11_000);
        expect(text.trim()).not.toBe("");
        expect(text.length).toBeLessThanOrEqual(40_000);
        for (const block of blocks)
          if (block.type === "rich_text") {
            expect(lengthIn(block)).toBeLessThanOrEqual(3_000);
            expect(block.elements).not.toEqual([]);
          }
        expect(textsIn(blocks)).not.toContain("");
      }
    }),
    { numRuns: 200 },
  );
});

test("hundreds of short messages and lines in any order never make more than fifty blocks", () => {
  const short = fc.oneof(
    fc.record({ type: fc.constant("message.posted" as const), message: message(fc.constant("Yes")) }),
    fc.constant({ type: "conversation.claimed" as const, agent }),
  );
  fc.assert(
    fc.property(history(short, 300), (events) => {
      for (const { blocks } of told(events)) expect(blocks.length).toBeLessThanOrEqual(50);
    }),
    { numRuns: 100 },
  );
});

test("nothing that is said can mention, link or ping through a post's text", () => {
  fc.assert(
    fc.property(history(happening, 12), fc.string({ maxLength: 40 }), (events, name) => {
      for (const { text } of told(events, name)) {
        expect(text).not.toMatch(/[<>]/);
        expect(text).not.toMatch(/&(?!amp;|lt;|gt;)/);
      }
    }),
    { numRuns: 200 },
  );
});

test("every word a visitor writes stands in the posts once, in order, however long the history", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 1_500 });
  const spoken = words.map((all) => all.join(" ").slice(0, 12_000).trim());
  const visitors = fc.record({
    type: fc.constant("message.posted" as const),
    message: fc.record({
      ...{ id: fc.uuid(), author: fc.constant({ kind: "visitor" as const }) },
      ...{ text: spoken, note: fc.constant(false) },
    }),
  });
  fc.assert(
    fc.property(history(visitors, 8), (events) => {
      const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean);
      const said = events.flatMap((event) =>
        event.type === "message.posted" ? wordsOf(event.message.text) : [],
      );
      const posts = told(events);
      expect(posts.flatMap(({ blocks }) => textsIn(blocks).flatMap(wordsOf))).toEqual(said);
      expect(posts.flatMap(({ text }) => wordsOf(text))).toEqual(said);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ["Slackbot", "Visitor “Slackbot”"],
  ["sIack​bot", "Visitor “sIackbot”"],
  ["Ѕlackbоt Support", "Visitor “Ѕlackbоt Support”"],
  ["Slack", "Visitor “Slack”"],
  ["HАNDOFF", "Visitor “HАNDOFF”"],
  ["Hand-off", "Visitor “Hand-off”"],
  ["‮Zoe\n‭ Miller", "Zoe Miller"],
  ["​﻿", "Visitor v1"],
  ["Zoe", "Zoe"],
  ["Slack Security", "Visitor “Slack Security”"],
  ["Slackman", "Slackman"],
])("a visitor who calls themselves %j is shown as %j", (name, shown) => {
  const said: Happening = {
    type: "message.posted",
    message: { id: "m1", author: { kind: "visitor" }, text: "Hi", note: false },
  };
  const event = { ...said, id: "e1", conversationId: "c1", seq: 1, at: 0, via: "widget", externalId: "m1" };
  expect(told([event], name)[0]?.worn?.username).toBe(shown);
});
