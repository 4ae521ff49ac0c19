import { afterEach, expect, test } from "vitest";
import { type HandedOff, startHandedOff } from "./handed-off.ts";
import { eventually } from "./support.ts";

let desk: HandedOff;
afterEach(() => desk.stop());

const people = [
  { name: "ana", realName: "Ana", admin: true },
  { name: "ben", realName: "Ben" },
  { name: "gus", realName: "Gus", guest: true },
  { name: "sam", realName: "Sam", externalTeam: "Other Ltd" },
];

async function says(name: string, text: string) {
  await desk.workspace.as(name).reply(desk.thread(), text);
  await desk.workspace.idle();
}

test.each([
  "gus",
  "sam",
])("%s is no member of the team, so the visitor does not hear them and they are told once", async (name) => {
  desk = await startHandedOff({ simulator: { people } });
  await says(name, "I am not from here");
  await says(name, "note: and this is a note");
  await says("ana", "But I am");
  expect(await desk.said()).toMatchObject([{ text: "But I am" }]);
  await eventually(() => desk.told(name)[0]);
  expect(desk.told(name)).toHaveLength(1);
  expect(desk.told(name)[0]).toContain("The visitor did not get your message");
});

test.each(["gus", "sam"])("%s may answer when an admin allows it", async (name) => {
  desk = await startHandedOff({ simulator: { people } });
  await desk.set({ guestsMayReply: true });
  await says(name, "Hello");
  expect(await desk.seen()).toEqual(["Hello"]);
  expect(desk.told(name)).toEqual([]);
});

test("a guest's edits, deletions and locks change nothing for the visitor", async () => {
  desk = await startHandedOff({ simulator: { people } });
  const gus = desk.workspace.as("gus");
  const { ts } = await gus.reply(desk.thread(), "Hello");
  const message = { channel: desk.channel, ts };
  await gus.edit(message, "Hello again");
  await gus.delete(message);
  const { ts: mine } = await desk.ana.reply(desk.thread(), "From Ana");
  await desk.workspace.idle();
  await gus.react({ channel: desk.channel, ts: mine }, "lock");
  await desk.workspace.idle();
  expect(await desk.seen()).toEqual(["From Ana"]);
  expect(await desk.said()).toHaveLength(1);
});

test("somebody of another workspace is a stranger even when Slack does not say who they are", async () => {
  desk = await startHandedOff({ simulator: { people } });
  desk.workspace.trouble.fail("users.info", { error: "user_not_visible", times: 10 });
  await says("sam", "Hello");
  await says("ben", "Hello from Ben");
  expect(await desk.seen()).toEqual(["Hello from Ben"]);
});

test("nor do they act for the team then", async () => {
  desk = await startHandedOff({ simulator: { people } });
  desk.workspace.trouble.fail("users.info", { error: "user_not_visible", times: 10 });
  await desk.workspace.as("sam").click(desk.thread(), "Claim");
  await eventually(() => desk.told("sam").some((text) => text.includes("do not act for the team")));
  expect((await desk.conversation())?.status).toBe("waiting");
  await desk.ben.click(desk.thread(), "Claim");
  expect((await desk.conversation())?.status).toBe("agent");
});
