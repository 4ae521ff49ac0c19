import { describe, expect, test } from "vitest";
import { rootCard } from "../../../src/channels/slack/card/root-card.ts";
import { type Around, entriesOf } from "../../../src/channels/slack/posts/entry.ts";
import { packed } from "../../../src/channels/slack/posts/pack.ts";
import { writtenInSlack as inSlack } from "../../../src/channels/slack/posts/taken-back.ts";
import { threadPost } from "../../../src/channels/slack/posts/thread-post.ts";
import { begun, type Conversation } from "../../../src/conversation/conversation.ts";
import type { ConversationEvent } from "../../../src/conversation/events.ts";
import type { Author } from "../../../src/conversation/message.ts";

const nobodyElse = { sent: new Map(), writtenInSlack: new Set<number>(), userOf: () => undefined };
const conversation: Conversation = begun({
  id: "c1",
  siteKey: "default",
  visitor: { id: "v1", name: "Zoe" },
  createdAt: 1_700_000_000_000,
});
const visitor: Author = { kind: "visitor" };

const message = (seq: number, text: string, author: Author = visitor): ConversationEvent => ({
  id: `e${seq}`,
  conversationId: "c1",
  seq,
  at: 1_700_000_000_000 + seq,
  via: "widget",
  externalId: `m${seq}`,
  type: "message.posted",
  message: { id: `m${seq}`, author, text, note: false },
});

const setting = { appNames: ["handoff"], inboxUrl: "https://chat.example.com/inbox/c/c1" };

const posts = (events: ConversationEvent[], around: Partial<Around> = {}) =>
  packed(events.flatMap((event) => entriesOf(event, { conversation, ...nobodyElse, ...around }))).map(
    (post) => threadPost(post, setting),
  );
const writtenInSlack = new Set([0]);

const textIn = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(textIn).join("")
    : typeof value === "object" && value !== null
      ? Object.entries(value)
          .map(([key, inside]) => (key === "text" && typeof inside === "string" ? inside : textIn(inside)))
          .join("")
      : "";

test("a hundred short messages are one post of at most fifty blocks", () => {
  const assistant: Author = { kind: "assistant" };
  const events = Array.from({ length: 100 }, (_, at) =>
    message(at + 1, `message ${at};`, at % 2 ? assistant : visitor),
  );
  const [post, ...more] = posts(events);
  expect(more).toEqual([]);
  expect(post?.blocks.length).toBeLessThanOrEqual(50);
  for (let at = 0; at < 100; at++) expect(textIn(post?.blocks)).toContain(`message ${at};`);
});

test("a message longer than a post goes on in the next, and not a character is lost", () => {
  const text = Array.from({ length: 1_700 }, (_, at) => `w${at}`).join(" ");
  const all = posts([message(1, "before"), message(2, text), message(3, "after")]);
  expect(all).toHaveLength(2);
  const words = all.map(({ blocks }) => textIn(blocks)).join(" ");
  for (const word of text.split(" ")) expect(words).toContain(word);
  for (const { blocks } of all) expect(textIn(blocks).length).toBeLessThanOrEqual(9_000);
});

test("no part of a post is longer than Slack takes, for any kind of text", () => {
  for (const text of [
    "x".repeat(12_000),
    "🙂".repeat(6_000),
    "word ".repeat(2_400),
    `${"\n".repeat(11_999)}x`,
  ])
    for (const { blocks } of posts([message(1, text)]))
      for (const block of blocks) expect(textIn(block).length).toBeLessThanOrEqual(3_000);
});

test("a card has no more than it needs when little is known, and never an address that lies", () => {
  const handedOff: Conversation = {
    ...conversation,
    visitor: { id: "v1", name: "<!channel> *Zoe*" },
    page: { url: "javascript:alert(1)", title: "<https://evil.example|Bank>" },
    status: "waiting",
    handoff: { by: "rule", reason: "Asked for a person", matched: "<@U1> human", at: 1_700_000_000_000 },
  };
  const { text, blocks } = rootCard({ conversation: handedOff }, "https://chat.example.com");
  const mrkdwn = blocks
    .flatMap((block) => (block.type === "section" ? [block.text?.text ?? ""] : []))
    .join("\n");
  for (const said of [text, mrkdwn]) expect(said).not.toMatch(/<[!@h](?!date)/);
  expect(mrkdwn).toContain("<!date^1700000000^");
  expect(JSON.stringify(blocks)).toContain("no contact detail");
  const links = JSON.stringify(blocks).match(/"type":"link"/g) ?? [];
  expect(links).toEqual([]);
});

test("a card links to the page by its own address, and to the visitor's mail", () => {
  const { blocks } = rootCard(
    {
      conversation: {
        ...conversation,
        visitor: { id: "v1", email: "zoe_x@example.com" },
        page: { url: "https://shop.example.com/pricing?plan=1&x=|", title: "Your bank" },
      },
    },
    "https://chat.example.com",
  );
  expect(JSON.stringify(blocks)).toContain(
    '{"type":"link","url":"https://shop.example.com/pricing?plan=1&x=|","text":"shop.example.com/pricing"}',
  );
  expect(JSON.stringify(blocks)).toContain(
    '{"type":"link","url":"mailto:zoe_x@example.com","text":"zoe_x@example.com"}',
  );
});

test.each([
  ["Your parcel is in Bremen.", "“Your parcel is in Bremen.” The visitor"],
  ["Really?\nYes", "“Really? Yes”. The visitor"],
  ["", "Ana deleted a file. The visitor"],
])("a line about words that were taken back quotes them as people write: %o", (text, shown) => {
  const author = { kind: "agent", id: "ana", name: "Ana" } as const;
  const deleted: ConversationEvent = {
    ...{ id: "e1", conversationId: "c1", seq: 1, at: 1, via: "inbox", externalId: "x" },
    ...{ type: "message.deleted", by: author, posted: { seq: 0, at: 0 } },
    message: { id: "m1", author, text, note: false },
  };
  const [post] = posts([deleted], { writtenInSlack });
  expect(post?.text).toContain(shown);
  expect(posts([deleted])).toEqual([]);
});

test("what an agent wrote in Slack is known by where it came in, also of a member of the inbox", () => {
  const ana = { kind: "agent", id: "ana", name: "Ana" } as const;
  const zoe = { kind: "visitor" } as const;
  const vias = ["slack", "slack-modal", "inbox"].map((via, index) => ({
    ...message(index + 1, "Hello", ana),
    via,
  }));
  const events = [...vias, { ...message(4, "Hi", zoe), via: "slack" }];
  expect([...inSlack(events)]).toEqual([1, 2]);
});

test("whoever is given a conversation is called by it in Slack, and nobody who took it themselves", () => {
  const [ana, ben] = [
    { id: "ana", name: "Ana" },
    { id: "ben", name: "Ben" },
  ];
  const assigned = (agent: typeof ben): ConversationEvent => ({
    ...{ id: "e1", conversationId: "c1", seq: 1, at: 1, via: "inbox", externalId: "x" },
    ...{ type: "conversation.assigned", agent, by: ana },
  });
  const userOf = ({ id }: { id: string }) =>
    id === "ben" || id === "ana" ? `U${id.toUpperCase()}` : undefined;
  expect(posts([assigned(ben)], { userOf })[0]?.text).toBe("<@UBEN> Ana assigned it to Ben.");
  expect(posts([assigned(ana)], { userOf })[0]?.text).toBe("Ana took over.");
  expect(posts([assigned({ id: "cleo", name: "Cleo" })], { userOf })[0]?.text).toBe(
    "Ana assigned it to Cleo.",
  );
});

test("a switch of replies says what it means for the visitor", () => {
  const [post] = posts([
    {
      ...{ id: "e1", conversationId: "c1", seq: 1, at: 1, via: "slack-modal", externalId: "x" },
      ...{ type: "conversation.repliesSwitched", by: { id: "u1", name: "Ana" }, to: "team" },
    },
  ]);
  expect(post?.text).toContain("the visitor gets none from here on");
});

describe("what its author deletes in Slack", () => {
  const deleted = (note: boolean) => {
    const author = { kind: "agent", id: "slack:T1/U1", name: "Ana" } as const;
    return posts(
      [
        {
          ...{ id: "e1", conversationId: "c1", seq: 1, at: 1, via: "slack-modal", externalId: "x" },
          ...{ type: "message.deleted", by: author, posted: { seq: 0, at: 0 } },
          message: { id: "m1", author, text: "My password is hunter2", note },
        },
      ],
      { writtenInSlack },
    );
  };

  test("is not brought back by the line that says so", () => {
    const [post] = deleted(false);
    expect(post?.text).toBe("A reply by Ana was deleted. The visitor no longer has it.");
  });

  test("is worth no line where the visitor never had it", () => {
    expect(deleted(true)).toEqual([]);
  });
});
