import { randomUUID } from "node:crypto";
import Sqlite from "better-sqlite3";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Receipt } from "../../../src/privacy/erasing/receipt.ts";
import { samples } from "../../files/support/samples.ts";
import { waitFor } from "../../support/patience.ts";
import { type Running, startRunning } from "../../support/running.ts";
import { uploaded } from "../widget/support/upload.ts";

let running: Running;

async function start(slack: Parameters<typeof startRunning>[0] = {}): Promise<void> {
  running = await startRunning({ erasureSettledAfterMs: 0, ...slack });
  await running.slackIsOn();
}

/** Handed to people, with a file that we uploaded, and an answer by a person. */
async function handedOff(replies = 1) {
  const visitor = await running.visitor();
  const word = `W${randomUUID().slice(0, 8)}`;
  const photo = await uploaded({
    ...{ url: running.url, token: visitor.token, name: "photo.png" },
    body: new Uint8Array(samples.png),
  });
  visitor.send({ type: "say", id: randomUUID(), files: [photo.id], text: `Talk to a human about ${word}` });
  await visitor.hears("Connecting you");
  const thread = () => running.slack.threads("support").find((one) => JSON.stringify(one).includes(word));
  await waitFor(() => expect(thread()?.replies.some(({ files }) => (files ?? []).length > 0)).toBe(true));
  const [channel, ts] = [running.slack.channelId("support"), thread()?.ts ?? ""];
  for (let count = 1; count <= replies; count += 1) {
    await running.slack.as("ana").reply({ channel, ts }, `Answer ${count} about ${word}`);
    await visitor.hears(`Answer ${count} about`);
  }
  visitor.leaves();
  const [found] = (await running.app.storage.directory.list({ search: word })).summaries;
  return { id: found?.conversation.id ?? "", word };
}

const erase = (id: string) => running.app.privacy.erase(id, "Admin");
const done = (id: string): Promise<Receipt> =>
  waitFor(async () => {
    const receipt = await running.app.privacy.receipt(id);
    if (receipt?.doneAt === undefined) throw new Error(`Not done: ${JSON.stringify(receipt)}`);
    return receipt;
  });
const keptOf = ({ elsewhere }: Receipt, place: string) => elsewhere.kept.filter((one) => one.place === place);
const standsInSlack = (word: string) =>
  running.slack.messages("support").filter((message) => JSON.stringify(message).includes(word));
const toPost = expect.stringMatching(/\/archives\/C\w+\/p\d+/);
const toChannel = () =>
  `https://app.slack.com/client/${running.slack.teamId}/${running.slack.channelId("support")}`;

describe("what Slack does not let the app remove", () => {
  beforeAll(() => start());
  afterEach(() => running.slack.trouble.clear());
  afterAll(() => running.stop());

  test.each([
    ["cant_delete_message", "Slack does not let the app delete it. Delete it there as a Slack admin."],
    ["compliance_exports_prevent_deletion", "compliance exports"],
    ["restricted_action", "A rule of the workspace"],
    ["missing_scope", "lacks the permission"],
    ["not_in_channel", "Invite it there"],
  ])("a post is in the receipt in words, with a link to it (%s), and goes when it can", async (error, words) => {
    const { id, word } = await handedOff();
    running.slack.trouble.fail("chat.delete", { error });
    await erase(id);
    const kept = keptOf(await done(id), "slack/post");
    expect(kept).toEqual([expect.objectContaining({ reason: expect.stringContaining(words), link: toPost })]);

    await running.app.privacy.retry(id);
    expect(keptOf(await done(id), "slack/post")).toEqual([]);
    expect(standsInSlack(word).map(({ text }) => text)).toEqual([`Answer 1 about ${word}`]);
  });

  test("a file is in the receipt in words, with a link to it", async () => {
    const { id } = await handedOff();
    running.slack.trouble.fail("files.delete", { error: "cant_delete_file" });
    await erase(id);
    expect(keptOf(await done(id), "slack/file")).toEqual([
      expect.objectContaining({
        reason: "Slack does not let the app delete this file. Delete it there as a Slack admin.",
        link: expect.stringContaining("/files/"),
      }),
    ]);
  });

  test("a channel that is archived is named with what to do, and nothing is left of ours after that", async () => {
    const { id, word } = await handedOff();
    running.slack.trouble.archive("support");
    await erase(id);
    const kept = keptOf(await done(id), "slack/post");
    expect(kept.length).toBeGreaterThan(0);
    for (const { reason, link } of kept) {
      expect(reason).toContain("archived, and nothing in it can be deleted. Unarchive it.");
      expect(reason).not.toContain("/handoff channel");
      expect(link).toEqual(toPost);
    }
    running.slack.trouble.clear();
    await running.app.privacy.retry(id);
    await done(id);
    expect(standsInSlack(word).map(({ text }) => text)).toEqual([`Answer 1 about ${word}`]);
  });

  test("a thread that cannot be looked through is named; what is known of it goes all the same", async () => {
    const { id } = await handedOff();
    running.slack.trouble.fail("conversations.replies", { error: "channel_not_found" });
    await erase(id);
    const receipt = await done(id);
    expect(keptOf(receipt, "slack/thread")).toEqual([
      expect.objectContaining({
        reason: expect.stringMatching(/could not look through.*Invite it/),
        link: toPost,
      }),
    ]);
    expect(keptOf(receipt, "slack/post")).toEqual([]);
    expect(receipt.elsewhere.gone["slack/post"]).toBeGreaterThan(0);
  });

  test("a token that is revoked is named, with a link to the channel, and a new one removes the rest", async () => {
    const { id, word } = await handedOff();
    running.slack.trouble.fail("*", { error: "token_revoked", times: 100 });
    await erase(id);
    const receipt = await done(id);
    const kept = [...keptOf(receipt, "slack/thread"), ...keptOf(receipt, "slack/post")];
    expect(kept.length).toBeGreaterThan(1);
    for (const { reason, link } of kept) {
      expect(reason).toMatch(/token was revoked.*\/slack\/install.*Then try to remove it again/);
      expect(link).toBe(toChannel());
    }
    expect(keptOf(receipt, "slack/message")).toEqual([
      expect.objectContaining({ reason: expect.stringContaining("A person wrote it"), link: toChannel() }),
    ]);

    running.slack.trouble.clear();
    await running.app.privacy.retry(id);
    const after = await done(id);
    expect(after.elsewhere.kept).toEqual([expect.objectContaining({ place: "slack/message", link: toPost })]);
    expect(standsInSlack(word)).toHaveLength(1);
  });

  test("what people wrote is gone from the receipt when they have deleted it", async () => {
    const { id, word } = await handedOff();
    await erase(id);
    await done(id);
    const [left] = standsInSlack(word);
    await running.slack.as("ana").delete({ channel: running.slack.channelId("support"), ts: left?.ts ?? "" });
    await running.app.privacy.retry(id);
    expect((await done(id)).elsewhere.kept).toEqual([]);
  });

  test("who writes in a thread that is left over is told once, and alone, that nobody reads it", async () => {
    const { id, word } = await handedOff();
    const told = (who: string) =>
      running.slack
        .as(who)
        .inbox()
        .filter(({ text, thread_ts }) => thread_ts === root.ts && text?.includes("conversation was deleted"));
    const [left] = standsInSlack(word).filter(({ text }) => text?.startsWith("Answer"));
    const root = { channel: running.slack.channelId("support"), ts: left?.thread_ts ?? "" };
    await erase(id);
    await done(id);
    await running.slack.as("ana").reply(root, "Are you still there?");
    await waitFor(() => expect(told("ana")).toHaveLength(1));
    expect(told("ana")).toMatchObject([{ is_ephemeral: true }]);
    expect(told("ben")).toEqual([]);

    await running.slack.as("ana").reply(root, "Hello?");
    await running.slack.as("ben").reply(root, "They are gone.");
    await waitFor(() => expect(told("ben")).toHaveLength(1));
    expect(told("ana")).toHaveLength(1);
  });

  test("under a card that could not be removed it is said, too", async () => {
    const { id, word } = await handedOff();
    const [left] = standsInSlack(word).filter(({ text }) => text?.startsWith("Answer"));
    const root = { channel: running.slack.channelId("support"), ts: left?.thread_ts ?? "" };
    running.slack.trouble.fail("chat.delete", { error: "cant_delete_message", times: 100 });
    await erase(id);
    await done(id);
    await running.slack.as("ben").reply(root, "Are you still there?");
    const told = () =>
      running.slack
        .as("ben")
        .inbox()
        .filter(({ thread_ts }) => thread_ts === root.ts);
    await waitFor(() => expect(told()).toMatchObject([{ is_ephemeral: true }]));
  });

  test.each([
    ["chat.delete", "message_not_found"],
    ["files.delete", "file_not_found"],
    ["files.delete", "file_deleted"],
    ["conversations.replies", "thread_not_found"],
  ])("what is gone already is gone, not left over (%s: %s)", async (method, error) => {
    const { id } = await handedOff();
    running.slack.trouble.fail(method, { error });
    await erase(id);
    const { elsewhere } = await done(id);
    expect(elsewhere.kept.filter(({ place }) => place !== "slack/message")).toEqual([]);
  });

  test("a limit is waited for as long as Slack says, in its header or its body, and nothing is left", async () => {
    const { id, word } = await handedOff();
    running.slack.trouble.fail("chat.delete", { retryAfter: 2 });
    running.slack.trouble.fail("files.delete", { error: "ratelimited" });
    const calls = () => running.slack.calls("files.delete").length;
    const before = calls();
    const from = Date.now();
    await erase(id);
    await waitFor(() => expect(calls()).toBe(before + 1));
    expect(Date.now() - from).toBeGreaterThan(1_900);
    running.passes(30_000);
    expect((await done(id)).elsewhere.kept.map(({ place }) => place)).toEqual(["slack/message"]);
    expect(standsInSlack(word)).toHaveLength(1);
  });

  test("calls that go on failing keep neither our own files nor other things from going, and are tried again", async () => {
    const { id, word } = await handedOff();
    running.slack.trouble.fail("chat.delete", { status: 503, times: 1_000 });
    await erase(id);
    await waitFor(async () => {
      const receipt = await running.app.privacy.receipt(id);
      expect(receipt?.elsewhere.gone).toMatchObject({ file: 1, "slack/file": 1 });
      expect(receipt?.elsewhere.waiting).toBeGreaterThan(0);
    });
    running.slack.trouble.clear();
    await waitFor(async () => {
      running.passes(60_000);
      expect((await running.app.privacy.receipt(id))?.doneAt).toBeDefined();
    });
    expect((await done(id)).elsewhere.kept.map(({ place }) => place)).toEqual(["slack/message"]);
    expect(standsInSlack(word)).toHaveLength(1);
  });
});

test("an app that may read fifteen messages a minute goes on where it was, and finds all", async () => {
  await start({ slack: { restrictedHistory: true, speed: 60 } });
  const { id } = await handedOff(20);
  // What people wrote is found in the thread itself, not in what came to us of it.
  const database = new Sqlite(running.config.databaseUrl.replace(/^file:/, ""));
  database.exec(`UPDATE "Event" SET "via" = 'inbox' WHERE "via" = 'slack'`);
  database.close();
  await erase(id);
  expect(keptOf(await done(id), "slack/message")).toHaveLength(20);
  await running.stop();
});
