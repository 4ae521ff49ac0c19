import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { rootCard } from "../../../src/channels/slack/card/root-card.ts";
import { lengthIn } from "../../../src/channels/slack/posts/size.ts";
import { begun, type Conversation } from "../../../src/conversation/conversation.ts";
import { type HandedOff, startHandedOff } from "./handed-off.ts";
import { eventually, fromInbox, inboxAgent } from "./support.ts";

const made = {
  problem: "A parcel is late.",
  tried: ["Looked the order up", "Said sorry"],
  language: "German",
  mood: "upset",
  questions: ["Which order is it?"],
  replies: ["Ich sehe gleich nach.", "Wie lautet die Nummer?"],
};

let desk: HandedOff;
afterEach(() => desk?.stop());

async function brief(brief: Partial<typeof made> = {}): Promise<void> {
  const conversation = await desk.conversation();
  await desk.conversations.brief({
    ...{ conversationId: desk.visitor.id(), handoffAt: conversation?.handoff?.at ?? 0 },
    ...{ brief: { ...made, ...brief }, source: { via: "brief", externalId: desk.visitor.id() } },
  });
}

const card = () => JSON.stringify(desk.thread().blocks);
const cardSays = (words: string) => eventually(() => card().includes(words));
const buttons = () =>
  (desk.thread().blocks ?? []).flatMap(({ type, elements }) =>
    type === "actions" ? (elements as { text: { text: string }; value: string }[]) : [],
  );
const labels = () => buttons().map(({ text }) => text.text);
const calls = (method: string) => desk.workspace.calls().filter((call) => call.method === method).length;

describe("a brief on the card", () => {
  beforeEach(async () => {
    desk = await startHandedOff();
  });

  test("stands there as the assistant's, with what can be sent, and costs a change and no post", async () => {
    const posts = calls("chat.postMessage");
    await brief();
    await cardSays("A parcel is late.");
    for (const words of ["It may be wrong", "Said sorry", "German", "upset", "Which order is it?"])
      expect(card()).toContain(words);
    expect(labels()).toEqual([
      ...["Claim", "Hand back to assistant", "Close", "Open in inbox"],
      ...["Send", "Edit", "Send", "Edit"],
    ]);
    expect(calls("chat.postMessage")).toBe(posts);
  });

  test("says only what is known", async () => {
    await brief({ tried: [], questions: [], replies: ["Hallo"], language: "", mood: "" });
    await cardSays("A parcel is late.");
    expect(card()).not.toMatch(/Tried|Open questions|Language|Mood|Suggested replies/);
    expect(card()).toContain("Suggested reply");
  });

  test("a suggested reply goes to the visitor as the agent's, once, and is not offered again", async () => {
    await brief();
    await cardSays("A parcel is late.");
    expect(await desk.ana.click(desk.thread(), "Send")).toEqual({});
    await desk.delivered();
    expect(await desk.said()).toMatchObject([
      { author: { kind: "agent", name: "Ana" }, text: "Ich sehe gleich nach.", note: false },
    ]);
    expect(desk.thread().replies.at(-1)).toMatchObject({ username: "Ana", text: "Ich sehe gleich nach." });
    await cardSays("Sent by Ana");
    expect(labels().filter((label) => label === "Send")).toHaveLength(1);
    expect((await desk.conversation())?.agent?.name).toBe("Ana");
  });

  test("two who send the same reply send it once, and the second learns who was first", async () => {
    await brief();
    await cardSays("A parcel is late.");
    const thread = desk.thread();
    await Promise.all([desk.ana.click(thread, "Send"), desk.ben.click(thread, "Send")]);
    expect(await desk.said()).toHaveLength(1);
    const [{ author } = { author: undefined }] = await desk.said();
    const first = author?.kind === "agent" ? author.name : "";
    const second = first === "Ana" ? "ben" : "ana";
    await eventually(() => desk.told(second)[0]);
    expect(desk.told(second)).toEqual([`${first} has sent this suggestion already.`]);
  });

  test("a suggested reply can be changed first, in a modal with its words", async () => {
    await brief();
    await cardSays("A parcel is late.");
    await desk.ana.click(desk.thread(), "Edit");
    await eventually(() => desk.ana.view()?.submit);
    expect(JSON.stringify(desk.ana.view())).toContain("Ich sehe gleich nach.");
    expect(await desk.ana.submit({ Reply: "Ich sehe sofort nach!" })).toEqual({});
    await desk.delivered();
    expect(await desk.seen()).toEqual(["Ich sehe sofort nach!"]);
    expect(desk.thread().replies.at(-1)).toMatchObject({ username: "Ana", text: "Ich sehe sofort nach!" });
    await cardSays("Sent by Ana");
  });

  test("what another agent sent meanwhile is said in the modal, and the words are kept", async () => {
    await brief();
    await cardSays("A parcel is late.");
    await desk.ana.click(desk.thread(), "Edit");
    await eventually(() => desk.ana.view()?.submit);
    await desk.ben.click(desk.thread(), "Send");
    const { errors } = await desk.ana.submit({ Reply: "Ich sehe sofort nach!" });
    expect(Object.values(errors ?? {})).toEqual(["Ben has sent this suggestion already."]);
    await desk.ana.close();
    await cardSays("Sent by Ben");
    expect(await desk.seen()).toEqual(["Ich sehe gleich nach."]);
  });

  test("what was sent in the inbox is not offered here", async () => {
    await brief();
    await cardSays("A parcel is late.");
    const { brief: kept } = (await desk.conversation()) ?? {};
    await desk.conversations.sendSuggestion({
      ...{ conversationId: desk.visitor.id(), suggestionId: kept?.replies[1]?.id ?? "", agent: inboxAgent },
      text: "Wie lautet die Nummer?",
    });
    await cardSays("Sent by Chris Inbox");
    expect(labels().filter((label) => label === "Send")).toHaveLength(1);
  });

  test("offers nothing once the conversation is closed, and is gone when it is handed back", async () => {
    await brief();
    await cardSays("A parcel is late.");
    await desk.ana.click(desk.thread(), "Close");
    await cardSays("Closed by Ana");
    expect(labels()).toEqual(["Reopen", "Open in inbox"]);
    expect(card()).toContain("A parcel is late.");
    await desk.ana.click(desk.thread(), "Reopen");
    await cardSays("Ana has it");
    expect(labels()).toContain("Send");
    await desk.ana.click(desk.thread(), "Hand back to assistant");
    await cardSays("With the assistant");
    expect(card()).not.toContain("A parcel is late.");
  });

  test("a press on a card that is out of date says so", async () => {
    await brief();
    await cardSays("A parcel is late.");
    desk.workspace.trouble.fail("chat.update", { error: "cant_update_message", times: 100 });
    await desk.conversations.handBack({
      ...{ conversationId: desk.visitor.id(), agent: inboxAgent, source: fromInbox() },
    });
    await desk.ana.click(desk.thread(), "Send");
    expect((await eventually(() => desk.told()[0])).toString()).toContain("no longer there");
    expect(await desk.said()).toEqual([]);
  });

  test("is in the new thread when the conversation moves, and in the first card where it came first", async () => {
    const before = desk.threads().length;
    const other = desk.otherVisitor();
    desk.workspace.trouble.fail("chat.postMessage", { retryAfter: 1 });
    await other.says("Hallo");
    await other.asksForAPerson();
    const conversation = await desk.store.find(other.id());
    await desk.conversations.brief({
      ...{ conversationId: other.id(), handoffAt: conversation?.handoff?.at ?? 0, brief: made },
      source: { via: "brief", externalId: other.id() },
    });
    await desk.delivered();
    await eventually(() => desk.threads().length > before);
    const root = desk.threads().find(({ text }) => text.startsWith("Max"));
    expect(JSON.stringify(root?.blocks)).toContain("A parcel is late.");
  });
});

test.each(["gus", "sam"])("%s, who is no member of the team, sends no suggestion", async (name) => {
  const people = [
    { name: "ana", realName: "Ana", admin: true },
    { name: "ben", realName: "Ben" },
    { name: "gus", realName: "Gus", guest: true },
    { name: "sam", realName: "Sam", externalTeam: "Other Ltd" },
  ];
  desk = await startHandedOff({ simulator: { people } });
  await brief();
  await cardSays("A parcel is late.");
  const stranger = desk.workspace.as(name);
  await stranger.click(desk.thread(), "Send");
  await eventually(() => desk.told(name)[0]);
  expect(desk.told(name)[0]).toContain("do not act for the team");
  await stranger.click(desk.thread(), "Edit");
  await eventually(() => JSON.stringify(stranger.view() ?? "").includes("do not act for the team"));
  expect(await desk.said()).toEqual([]);
});

describe("whatever a model writes", () => {
  const conversation: Conversation = {
    ...begun({ id: "c1", siteKey: "default", visitor: { id: "v1", name: "Zoe" }, createdAt: 1 }),
    status: "waiting",
    handoff: { by: "model", reason: "x".repeat(300), summary: "y".repeat(1_000), at: 1 },
  };
  const withBrief = (text: string) => {
    const [line, reply] = [text.slice(0, 200), text.slice(0, 1_200)];
    const brief = {
      ...{ problem: text.slice(0, 300), tried: Array(4).fill(line), questions: Array(4).fill(line) },
      ...{ language: text.slice(0, 40), mood: text.slice(0, 80) },
      replies: ["a", "b"].map((id) => ({ id, text: reply })),
    };
    return rootCard({ conversation: { ...conversation, brief }, words: text }, "https://chat.example.com");
  };

  test("mentions nobody and leads nowhere on the card", () => {
    const { text, blocks } = withBrief("<!channel> <@U1> *now* <https://evil.example|your bank> `x`");
    expect(text).not.toContain("evil");
    const mrkdwn = blocks.filter(({ type }) => type === "section" || type === "context");
    expect(JSON.stringify(mrkdwn)).not.toMatch(/evil|<!channel>|<@U1>/);
    expect(JSON.stringify(blocks)).not.toMatch(/"type":"(link|user|broadcast|emoji)"/);
  });

  test("leaves the card within what Slack takes", () => {
    const { blocks } = withBrief("w".repeat(5_000));
    expect(blocks.length).toBeLessThanOrEqual(50);
    expect(lengthIn(blocks)).toBeLessThan(9_000);
  });
});
