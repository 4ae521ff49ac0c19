import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { createBucket } from "../../../src/channels/slack/receipts/bucket.ts";
import { createMarks } from "../../../src/channels/slack/receipts/marks.ts";
import { createReceipts } from "../../../src/channels/slack/receipts/receipts.ts";
import { createLog } from "../../../src/log.ts";
import { eventually, type SlackTeam, startTeam, type TeamOptions } from "./support.ts";

let team: SlackTeam;
let visitor: ReturnType<SlackTeam["visitor"]>;
const open = async (options: TeamOptions = {}) => {
  team = await startTeam({ waitingAfterMs: 60_000, ...options });
  visitor = team.visitor("Zoe");
  await visitor.says("Help");
  await visitor.asksForAPerson();
  await team.delivered();
};
afterEach(() => team?.stop());

const anaSays = async (text: string) => {
  await team.ana.reply(team.thread(), text);
  await team.workspace.idle();
  const { seq } = (await team.store.find(visitor.id())) ?? {};
  return seq ?? 0;
};
const reaches = (upTo: number, isSeen = false) =>
  team.conversations.reach({
    ...{ siteKey: "default", visitor: visitor.visitor, upTo, isSeen },
    source: { via: "widget", externalId: randomUUID() },
  });
const marksOf = (text: string) =>
  team
    .thread()
    .replies.find((reply) => reply.text === text)
    ?.reactions?.map(({ name }) => name) ?? [];
const marked = (text: string, ...names: string[]) =>
  eventually(() => JSON.stringify(marksOf(text)) === JSON.stringify(names));

test("an agent sees that a reply is on the visitor's screen, and then that it was seen", async () => {
  await open();
  const seq = await anaSays("Hello");
  await reaches(seq);
  await marked("Hello", "white_check_mark");
  await reaches(seq, true);
  await marked("Hello", "eyes");
});

test("what is delivered and seen at once is marked once", async () => {
  await open();
  const seq = await anaSays("Hello");
  await reaches(seq, true);
  await marked("Hello", "eyes");
  expect(team.workspace.calls("reactions.add")).toHaveLength(1);
});

test("of several replies, the newest that arrived is marked", async () => {
  await open();
  await anaSays("One");
  const seq = await anaSays("Two");
  await anaSays("Three");
  await reaches(seq);
  await marked("Two", "white_check_mark");
  expect([marksOf("One"), marksOf("Three")]).toEqual([[], []]);
});

test("a note has no receipt", async () => {
  await open();
  const seq = await anaSays("Hello");
  const note = await anaSays("note: VIP");
  await reaches(note);
  await marked("Hello", "white_check_mark");
  expect(note).toBe(seq + 1);
  expect(marksOf("note: VIP")).toEqual([]);
});

test("a reply that does not arrive is marked as waiting, until it does", async () => {
  await open({ waitingAfterMs: 50 });
  const seq = await anaSays("Hello");
  await marked("Hello", "hourglass_flowing_sand");
  await reaches(seq);
  await marked("Hello", "white_check_mark");
});

test("when newer replies arrive too, no hourglass is left behind", async () => {
  await open({ waitingAfterMs: 50 });
  await anaSays("One");
  await marked("One", "hourglass_flowing_sand");
  const seq = await anaSays("Two");
  await marked("Two", "hourglass_flowing_sand");
  await marked("One");
  await reaches(seq, true);
  await marked("Two", "eyes");
});

const mailed = (upTo: number, way: "email" | "sms" = "email") =>
  team.conversations.follow({
    way,
    ...{ siteKey: "default", visitor: visitor.visitor, upTo },
    source: { via: "email", externalId: randomUUID() },
  });

test("a reply that was sent by email because the visitor had left says so, until they see it", async () => {
  await open({ waitingAfterMs: 20 });
  const seq = await anaSays("Hello");
  await marked("Hello", "hourglass_flowing_sand");
  await mailed(seq);
  await marked("Hello", "e-mail");
  await reaches(seq, true);
  await marked("Hello", "eyes");
});

test("a reply that was sent by SMS says so, until they see it", async () => {
  await open({ waitingAfterMs: 20 });
  const seq = await anaSays("Hello");
  await mailed(seq, "sms");
  await marked("Hello", "iphone");
  await reaches(seq, true);
  await marked("Hello", "eyes");
});

test("a reply that stood on a screen nobody looked at, and was then sent by email, says so", async () => {
  await open();
  const seq = await anaSays("Hello");
  await reaches(seq);
  await marked("Hello", "white_check_mark");
  await mailed(seq);
  await marked("Hello", "e-mail");
});

test("mail about what the visitor has seen changes no mark", async () => {
  await open();
  const seq = await anaSays("Hello");
  await reaches(seq, true);
  await marked("Hello", "eyes");
  await mailed(seq);
  await team.delivered();
  expect(marksOf("Hello")).toEqual(["eyes"]);
});

test("a visitor who is known to have left is not waited for", async () => {
  await open();
  await team.presences.save({ conversationId: visitor.id(), isHere: false, at: Date.now() });
  await anaSays("Hello");
  await marked("Hello", "hourglass_flowing_sand");
});

test("marks that Slack refuses stop nothing, and posts go on while it asks to wait with marks", async () => {
  await open();
  const seq = await anaSays("Hello");
  team.workspace.trouble.fail("reactions.add", { error: "message_not_found" });
  await reaches(seq);
  await eventually(() => team.workspace.calls("reactions.add").length === 1);
  team.workspace.trouble.fail("reactions.add", { retryAfter: 60 });
  const second = await anaSays("Again");
  await reaches(second);
  await eventually(() => team.workspace.calls("reactions.add").length === 2);
  await visitor.says("Thanks");
  await team.delivered();
  expect(team.thread().replies.at(-1)?.text).toBe("Thanks");
  // Slack is not asked again before the time is over.
  const third = await anaSays("More");
  await reaches(third);
  await team.delivered();
  expect(team.workspace.calls("reactions.add")).toHaveLength(2);
});

test("while Slack asks to wait with posts, marks are still set", async () => {
  await open();
  const seq = await anaSays("Hello");
  team.workspace.trouble.fail("chat.postMessage", { retryAfter: 2 });
  await visitor.says("Thanks");
  await eventually(() => team.workspace.calls("chat.postMessage").at(-1)?.outcome === "ratelimited");
  await reaches(seq);
  await marked("Hello", "white_check_mark");
  expect(team.thread().replies.at(-1)?.text).toBe("Hello");
  await team.delivered();
});

test("after a restart, replies that have not arrived are looked at again", async () => {
  await open();
  const seq = await anaSays("Hello");
  const { store, threads_: threads, presences } = team;
  const marks: string[] = [];
  const workspace = {
    team: async () => team.workspace.teamId,
    calls: { make: <T>(call: () => Promise<T>) => call() },
    api: {
      react: async ({ name }: { name: string }) => void marks.push(`+${name}`),
      unreact: async ({ name }: { name: string }) => void marks.push(`-${name}`),
    },
  };
  const workspaces = { all: () => [workspace], byTeam: async () => workspace };
  const receipts = createReceipts({
    ...{ store, threads, presences, log: createLog("silent"), now: Date.now },
    ...{ workspaces: workspaces as never, minuteMs: 0, waitingAfterMs: 20 },
  });
  receipts.start();
  await eventually(() => marks.includes("+hourglass_flowing_sand"));
  receipts.stop();

  const again = createReceipts({
    ...{ store, threads, presences, log: createLog("silent"), now: Date.now },
    ...{ workspaces: workspaces as never, minuteMs: 0, waitingAfterMs: 20 },
  });
  await reaches(seq);
  const conversation = await team.store.find(visitor.id());
  if (!conversation) throw new Error("There is no conversation.");
  again.reached(conversation);
  await eventually(() => marks.includes("-hourglass_flowing_sand"));
  expect(marks).toEqual(["+hourglass_flowing_sand", "+white_check_mark", "-hourglass_flowing_sand"]);
  again.stop();
});

test("a hundred threads at once stay within Slack's limits, and each thread's newest mark wins", async () => {
  let time = 0;
  const calls: { at: number; name: string; ts: string }[] = [];
  const workspace = {
    calls: { make: <T>(call: () => Promise<T>) => call() },
    api: {
      react: async ({ name, ts }: { name: string; ts: string }) =>
        void calls.push({ at: Date.now(), name, ts }),
    },
  };
  const bucket = createBucket({ now: () => time, burst: 8, everyMs: 60_000 / 32 });
  let taken = 0;
  for (time = 0; time <= 60_000; time += 100) while (bucket.take()) taken += 1;
  expect(taken).toBeLessThanOrEqual(40);
  expect(taken).toBeGreaterThanOrEqual(38);

  const threads = 100;
  const marks = createMarks({
    workspaces: { byTeam: async () => workspace } as never,
    ...{ minuteMs: 600, log: createLog("silent"), now: Date.now },
  });
  for (const name of ["white_check_mark", "eyes"] as const)
    for (let thread = 0; thread < threads; thread++)
      marks.show(String(thread), { at: { team: "T1", channel: "C1", ts: String(thread) }, name });
  await eventually(() => calls.filter(({ name }) => name === "eyes").length === threads);
  expect(calls.length).toBeLessThan(threads + 10);
  const inOneMinute = calls.map(
    ({ at }) => calls.filter((call) => call.at >= at && call.at < at + 600).length,
  );
  expect(Math.max(...inOneMinute)).toBeLessThanOrEqual(50);
  marks.stop();
});
