import { afterEach, expect, test } from "vitest";
import { startHandedOff } from "./handed-off.ts";
import { startWorkspaces } from "./workspaces-support.ts";

let stop = async () => {};
afterEach(() => stop());

const people = [
  { name: "ana", realName: "Ana", admin: true },
  { name: "ben", realName: "Ben" },
  { name: "gus", realName: "Gus", guest: true },
  { name: "sam", realName: "Sam", externalTeam: "Other Ltd" },
];

test.each([
  "gus",
  "sam",
])("%s, who is no member of the team, reads nothing of visitors in the Home tab", async (name) => {
  const desk = await startHandedOff({ simulator: { people } });
  stop = desk.stop;
  const home = async () => JSON.stringify((await desk.workspace.as(name).openHome())?.blocks ?? []);
  expect(await home()).toContain("do not see visitors' conversations");
  expect(await home()).not.toContain("Zoe");
  await desk.set({ guestsMayReply: true });
  expect(await home()).toContain("Zoe");
});

test("a workspace's Home tab leaves out what stands in another workspace's threads", async () => {
  const team = await startWorkspaces();
  stop = team.stop;
  const node = await team.start({ admin: true });
  await node.installs("T0BETA");
  const visitor = node.visitor("Zoe");
  await visitor.says("Help");
  await visitor.asksForAPerson();
  await node.delivered();
  const home = async (slack: typeof team.acme) =>
    JSON.stringify((await slack.as("ben").openHome())?.blocks ?? []);
  expect(await home(team.acme)).toContain("Zoe");
  expect(await home(team.beta)).not.toContain("Zoe");
});
