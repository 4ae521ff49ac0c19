import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { uploaded } from "../channels/widget/support/upload.ts";
import { samples } from "../files/support/samples.ts";
import { waitFor } from "../support/patience.ts";
import { type Running, startRunning } from "../support/running.ts";

let running: Running;
beforeAll(async () => {
  running = await startRunning({ erasureSettledAfterMs: 0 });
});
afterAll(() => running.stop());

test("a visitor is erased everywhere, across a restart, and the receipt names what stays and where", async () => {
  const visitor = await running.visitor();
  const secret = `ZEBRA${randomUUID().slice(0, 8)}`;
  const photo = await uploaded({
    ...{ url: running.url, token: visitor.token, name: `${secret}.png` },
    body: new Uint8Array(samples.png),
  });
  visitor.send({ type: "give-address", id: randomUUID(), email: "zoe@example.com" });
  visitor.send({
    ...{ type: "say", id: randomUUID(), files: [photo.id] },
    text: `Talk to a human: my name is ${secret}`,
  });
  await visitor.hears("Connecting you");
  await waitFor(() => expect(running.slack.threads("support")[0]?.replies.length).toBeGreaterThan(0));
  await waitFor(() => expect(running.slack.calls("files.completeUploadExternal")).toHaveLength(1));
  const [thread] = running.slack.threads("support");
  const channel = running.slack.channelId("support");
  await running.slack.as("ana").reply({ channel, ts: thread?.ts ?? "" }, `Hello ${secret}, I am here.`);
  await visitor.hears("I am here.");

  const { store, directory } = running.app.storage;
  const [found] = (await directory.list({ search: secret })).summaries;
  const id = found?.conversation.id ?? "";
  const onDisk = join(running.config.dataDir, "uploads", photo.id.slice(0, 2), photo.id);
  expect(existsSync(onDisk)).toBe(true);
  const link = await fetch(photo.url);
  expect(link.status).toBe(200);

  const before = await running.app.privacy.erase(id, "Admin");
  expect(before).toMatchObject({ by: "Admin", reason: "asked", removed: { files: 1 } });
  expect(await store.find(id)).toBeUndefined();
  expect(await store.eventsAfter(id, 0)).toEqual([]);
  expect((await directory.list({ search: secret })).summaries).toEqual([]);

  // In the middle of it the process is stopped, and the next one goes on.
  await running.stopApp();
  await running.startApp();
  const receipt = await waitFor(async () => {
    const now = await running.app.privacy.receipt(id);
    expect(now?.doneAt).toBeDefined();
    return now;
  });

  expect(existsSync(onDisk)).toBe(false);
  expect((await fetch(photo.url)).status).toBe(404);
  // Only what a person wrote is still in Slack, and the receipt leads there.
  const left = running.slack.messages("support").filter(({ subtype }) => subtype !== "tombstone");
  expect(left.map(({ text }) => text)).toEqual([`Hello ${secret}, I am here.`]);
  expect(running.slack.calls("files.delete").at(-1)?.outcome).toBe("ok");
  expect(receipt?.elsewhere.kept).toEqual([
    expect.objectContaining({ place: "slack/message", link: expect.stringContaining("/archives/") }),
  ]);
  expect(JSON.stringify(receipt)).not.toMatch(new RegExp(`${secret}|zoe@example`));

  // The visitor is told so, and begins anew when they write.
  const back = await running.visitor(visitor.token);
  expect(back.log).toEqual([expect.stringContaining("Your earlier chat here was deleted")]);
  await back.says("Hello again");
  const [anew] = (await running.app.storage.directory.list({ search: "again" })).summaries;
  expect(anew?.conversation.id).not.toBe(id);
  back.leaves();
});

test("an open chat is empty at once, also where nobody was told of it", async () => {
  const visitor = await running.visitor();
  await visitor.says("ORANGE");
  const [found] = (await running.app.storage.directory.list({ search: "ORANGE" })).summaries;
  const closed = visitor.closed;
  await running.app.privacy.erase(found?.conversation.id ?? "", "Admin");
  expect(await closed).toBe(1012);
  const back = await running.visitor(visitor.token);
  expect(back.token).not.toBe(visitor.token);
  expect(back.log).toEqual([expect.stringContaining("Your earlier chat here was deleted")]);
  await expect(
    uploaded({ url: running.url, token: visitor.token, name: "late.png", body: new Uint8Array(samples.png) }),
  ).rejects.toThrow();

  await back.says("LEMON");
  const [anew] = (await running.app.storage.directory.list({ search: "LEMON" })).summaries;
  const gone = back.closed;
  await running.app.storage.erasures.erase({
    ...{ conversationId: anew?.conversation.id ?? "", reason: "asked", by: "Admin", at: Date.now() },
    fingerprint: JSON.stringify,
  });
  back.send({ type: "ping" });
  expect(await gone).toBe(1012);
});
