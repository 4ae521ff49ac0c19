import { afterEach, beforeEach, expect, test } from "vitest";
import { type Running, startRunning } from "../support/running.ts";

const away = "Our team is away at the moment. Your conversation is with them, and they answer here.";
const connecting = "Connecting you with a team member";

let running: Running;
beforeEach(async () => {
  running = await startRunning({ slack: { people } });
  await running.app.settings.change({ presenceCounts: true }, "Admin");
});
afterEach(() => running.stop());

const people = [
  { name: "ana", realName: "Ana", admin: true },
  { name: "ben", realName: "Ben" },
  { name: "gil", realName: "Gil", guest: true },
];

const leave = (...names: string[]) => {
  for (const name of names) running.slack.as(name).setPresence("away");
};

async function asksForPerson() {
  const visitor = await running.visitor();
  await visitor.asksForPerson();
  return visitor;
}

const status = async () => (await running.slack.as("ana").command("/handoff", "status"))?.text;

test("while nobody is active in the channel, visitors, admins and the health check hear it, until somebody is", async () => {
  leave("ana", "ben");
  const first = await asksForPerson();
  await first.hears(away);
  expect(first.state?.asksContact).toBe(true);
  const closed =
    "Closed: nobody is active in the Slack channel, and no inbox is open. Opens as soon as somebody is there.";
  expect(await status()).toContain(closed);
  const site = await fetch(`${running.url}/widget/site?site=default`).then((response) => response.json());
  expect(site.greeting).toContain("Our team is away at the moment.");
  expect(running.slack.calls("users.getPresence").length).toBeLessThanOrEqual(6);

  running.slack.as("ben").setPresence("active");
  running.passes(61_000);
  await expect.poll(async () => (await running.app.settings.availability()).isOpen).toBe(true);
  await (await asksForPerson()).hears(connecting);
  expect(await status()).toContain("Open: no office hours are set. Somebody is there.");
});

test("guests and the app itself are not the team, unless guests may reply", async () => {
  leave("ana", "ben");
  await (await asksForPerson()).hears(away);
  running.passes(6 * 60_000);
  await running.app.settings.change({ guestsMayReply: true }, "Admin");
  await (await asksForPerson()).hears(connecting);
});

test("where Slack does not say who is there, nobody is missed", async () => {
  leave("ana", "ben");
  running.slack.trouble.fail("users.getPresence", { error: "missing_scope", times: 100 });
  await (await asksForPerson()).hears(connecting);
  expect(await status()).toContain(
    "Slack does not say whether somebody is there, so presence closes nothing.",
  );
});

test("switched off, nobody is asked for, and outside office hours neither", async () => {
  leave("ana", "ben");
  await running.app.settings.change({ presenceCounts: false }, "Admin");
  await (await asksForPerson()).hears(connecting);
  await running.app.settings.change({ presenceCounts: true, awayUntil: Date.now() + 3_600_000 }, "Admin");
  await (await asksForPerson()).hears("Our team is away until");
  expect(running.slack.calls("users.getPresence")).toEqual([]);
});
