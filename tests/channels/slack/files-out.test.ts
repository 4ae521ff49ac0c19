import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Attachment } from "../../../src/conversation/message.ts";
import { fromInbox, inboxAgent, type SlackTeam, startTeam } from "./support.ts";

let team: SlackTeam;
let visitor: ReturnType<SlackTeam["visitor"]>;
beforeEach(async () => {
  team = await startTeam();
  visitor = team.visitor("Zoe *Bold*");
});
afterEach(() => team.stop());

const replies = () => team.thread().replies;
const shared = () => replies().flatMap(({ files = [] }) => files.map(({ name, size }) => [name, size]));

async function* bytes(text: string) {
  yield Buffer.from(text);
}
const kept = (name: string, text: string): Promise<Attachment> =>
  team.files.keep(bytes(text), { name, via: "widget", maxBytes: 1_000_000 });
const sends = (text: string, files: Attachment[]) =>
  team.conversations.receive({
    ...{ siteKey: "default", visitor: visitor.visitor, id: randomUUID(), text, files },
    source: { via: "widget", externalId: randomUUID() },
  });
const handedOff = async () => {
  await visitor.says("Help");
  await visitor.asksForAPerson();
  await team.delivered();
};
const content = async (url: string) =>
  (await fetch(url, { headers: { authorization: `Bearer ${team.workspace.botToken}` } })).text();

test("a visitor's files stand in the thread under the visitor's name, in one reply", async () => {
  await handedOff();
  await sends("See these", [await kept("a.txt", "first file"), await kept("b.txt", "second")]);
  await team.delivered();
  expect(replies().slice(1)).toMatchObject([
    { text: "See these" },
    { files: [{ name: "a.txt", title: "a.txt", size: 10 }, { name: "b.txt" }] },
  ]);
  expect(replies().at(-1)?.text).toContain("Zoe");
  expect(replies().at(-1)?.text).toContain("sent 2 files");
  expect(await content(replies().at(-1)?.files?.[0]?.url_private ?? "")).toBe("first file");
});

test("what a visitor calls themselves neither formats, mentions nor links where their files stand", async () => {
  visitor = team.visitor("<!channel> *x* <https://evil.example|you> https://evil.example");
  await handedOff();
  await sends("", [await kept("a.txt", "first file")]);
  await team.delivered();
  const shared = team.workspace.calls("files.completeUploadExternal").at(-1);
  const comment = String(shared?.args.initial_comment);
  expect(comment).toMatch(/^\*&lt;!channel&gt; .* sent a file$/);
  expect(comment).not.toMatch(/[<>]|:\/\//);
  expect(comment.slice(1, -"* sent a file".length)).not.toMatch(/(^|[^\u200b])\*/);
});

test("files are part of the history, in their place", async () => {
  await visitor.says("Before");
  await sends("", [await kept("photo.png", "not really a picture")]);
  await visitor.says("After");
  await handedOff();
  expect(replies().map(({ text, files }) => (files ? "files" : text.split("\n")[0]))).toEqual([
    "Before",
    "files",
    "After",
  ]);
});

test("what somebody in the inbox attaches comes too, and of a note it is said that it is one", async () => {
  await handedOff();
  const act = { conversationId: visitor.id(), agent: inboxAgent, text: "" };
  await team.conversations.reply({ ...act, files: [await kept("offer.pdf", "%PDF-")], source: fromInbox() });
  await team.delivered();
  await team.conversations.note({ ...act, files: [await kept("margin.txt", "12 %")], source: fromInbox() });
  await team.delivered();
  expect(shared().map(([name]) => name)).toEqual(["offer.pdf", "margin.txt"]);
  expect(replies().at(-2)?.text).toBe("*Chris Inbox* sent a file");
  expect(replies().at(-1)?.text).toBe("🔒 internal · *Chris Inbox* sent a file");
});

test("a file whose sharing was not answered is not shared twice", async () => {
  await handedOff();
  team.workspace.trouble.fail("files.completeUploadExternal", { lostResponse: true });
  await sends("", [await kept("a.txt", "once")]);
  await team.delivered();
  await visitor.says("Next");
  await team.delivered();
  expect(shared()).toEqual([["a.txt", 4]]);
  expect(replies().at(-1)?.text).toBe("Next");
});

test("a file waits when Slack asks to, and is uploaded once", async () => {
  await handedOff();
  team.workspace.trouble.fail("files.completeUploadExternal", { retryAfter: 1 });
  await sends("", [await kept("a.txt", "once")]);
  await team.delivered();
  expect(shared()).toEqual([["a.txt", 4]]);
  expect(team.workspace.calls("files.getUploadURLExternal")).toHaveLength(1);
});

test("an upload that Slack has forgotten meanwhile is begun anew", async () => {
  await handedOff();
  team.workspace.trouble.fail("files.completeUploadExternal", { error: "file_not_found" });
  await sends("", [await kept("a.txt", "once")]);
  await team.delivered();
  expect(shared()).toEqual([["a.txt", 4]]);
  expect(team.workspace.calls("files.getUploadURLExternal")).toHaveLength(2);
});

test("a file that cannot be brought is said to be in the inbox, and holds nothing up", async () => {
  await handedOff();
  team.workspace.trouble.fail("files.getUploadURLExternal", { error: "file_uploads_disabled" });
  await sends("Look", [await kept("a.txt", "twelve bytes")]);
  await visitor.says("Next");
  await team.delivered();
  const [, look, missing, next] = replies();
  expect([look?.text, next?.text]).toEqual(["Look", "Next"]);
  expect(missing?.text).toContain("sent “a.txt” (12 bytes), which could not be brought to Slack.");
  const link = `"url":"https://chat.example.com/inbox/c/${visitor.id()}"`;
  expect(JSON.stringify(missing?.blocks)).toContain(link);
  expect(team.slack.health().state).toBe("on");
});

test("a file that is nowhere any more is said to be missing, and the others come", async () => {
  await handedOff();
  const lost = { id: randomUUID(), name: "lost.txt", mime: "text/plain", size: 5 };
  await sends("", [lost, await kept("a.txt", "here")]);
  await team.delivered();
  expect(shared()).toEqual([["a.txt", 4]]);
  expect(replies().at(-1)?.text).toContain("lost.txt");
});

test("what came is not brought again when saying that another is missing has to wait", async () => {
  await handedOff();
  const lost = { id: randomUUID(), name: "lost.txt", mime: "text/plain", size: 5 };
  team.workspace.trouble.fail("chat.postMessage", { retryAfter: 1 });
  await sends("", [await kept("a.txt", "here"), lost]);
  await team.delivered();
  expect(shared()).toEqual([["a.txt", 4]]);
  expect(replies().at(-1)?.text).toContain("lost.txt");
});

test("whatever Slack keeps answering, the words after a file arrive", async () => {
  await handedOff();
  team.workspace.trouble.fail("files.completeUploadExternal", { error: "internal_error", times: 50 });
  await sends("", [await kept("a.txt", "here")]);
  await visitor.says("Next");
  await team.delivered();
  expect(replies().at(-1)?.text).toBe("Next");
  expect(replies().at(-2)?.text).toContain("could not be brought");
});

test("files of a message that is deleted are deleted in Slack", async () => {
  await handedOff();
  const { events } = await sends("", [await kept("secret.txt", "1234")]);
  await team.delivered();
  const [event] = events;
  if (event?.type !== "message.posted") throw new Error("Nothing was said.");
  await team.conversations.remove({
    ...{ siteKey: "default", visitor: visitor.visitor, by: { kind: "visitor" }, messageId: event.message.id },
    source: { via: "widget", externalId: randomUUID() },
  });
  await team.delivered();
  expect(team.workspace.calls("files.delete")).toHaveLength(1);
  expect(replies().at(-1)?.files?.[0]?.mode).toBe("tombstone");
});
