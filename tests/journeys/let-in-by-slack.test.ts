import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../channels/inbox/support/browser.ts";
import { waitFor } from "../support/patience.ts";
import { type Running, startRunning } from "../support/running.ts";

let running: Running;
beforeAll(async () => {
  running = await startRunning({
    environment: { SLACK_CLIENT_ID: "simulator-client-id", SLACK_CLIENT_SECRET: "simulator-client-secret" },
    slack: {
      people: [
        { name: "ben", realName: "Ben", email: "ben@example.com" },
        { name: "gus", realName: "Gus", email: "gus@example.com", guest: true },
        { name: "sam", realName: "Sam", email: "sam@example.com", externalTeam: "Elsewhere" },
      ],
    },
  });
  await running.slackIsOn();
});
afterAll(() => running.stop());

/** Somebody's way from the sign-in page through Slack and back. Returns where they end, and who they are then. */
async function signsIn(name: string) {
  const browser = openBrowser(running);
  const asked = new URL((await browser.get("/api/auth/slack")).headers.get("location") ?? "");
  asked.searchParams.set("approve_as", name);
  const chosen = await fetch(asked, { redirect: "manual" });
  const back = new URL(chosen.headers.get("location") ?? expect.fail("Slack sends them back"));
  const { headers } = await browser.get(back.pathname + back.search);
  return { at: headers.get("location"), member: (await browser.get("/api/me")).body?.member };
}

test("nobody is let in by Slack who is not in the team, until an admin says so", async () => {
  expect(await signsIn("ben")).toMatchObject({ at: "/inbox?slack=nobody", member: undefined });
});

test("then everybody of the workspace is, as the one agent they are in Slack, but no guest and nobody of another company", async () => {
  await running.app.settings.change({ slackTeamJoins: true }, "Admin");
  const { at, member } = await signsIn("ben");
  expect(at).toBe("/inbox");
  expect(member).toMatchObject({ name: "Ben", role: "agent", siteKeys: [] });
  await waitFor(() => expect(running.app.storage.identities.of(member.id)).toMatchObject([{ name: "ben" }]));
  expect(await signsIn("gus")).toMatchObject({ at: "/inbox?slack=nobody", member: undefined });
  expect((await signsIn("sam")).member).toBeUndefined();
});

test("who was taken out does not come back by themselves, and does where an admin lets them", async () => {
  const admin = openBrowser(running);
  await admin.signIn("admin@example.com", "correct horse battery");
  const { member } = await signsIn("ben");
  await admin.request("DELETE", `/api/team/${member.id}`);
  expect(await signsIn("ben")).toMatchObject({ at: "/inbox?slack=nobody", member: undefined });
  await running.app.settings.change({ notLetIn: [] }, "Admin");
  expect((await signsIn("ben")).at).toBe("/inbox");
});
