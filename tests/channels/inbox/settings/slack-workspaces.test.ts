import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "../support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "../support/inbox-server.ts";
import { signedInAdmin, signedInAgent } from "../support/members.ts";
import { workspacesOf } from "../support/workspaces.ts";

let server: InboxServer;
let ana: Browser;
const path = "/api/settings/slack-workspaces";

beforeAll(async () => {
  const { desk } = workspacesOf({ team: "T1", name: "Acme" }, { team: "T2", name: "Beta", isApproved: true });
  server = await openInboxServer({ firstAdmin: admin, given: { slackWorkspaces: desk } });
  ana = await signedInAdmin(server);
});

afterAll(() => server.close());

const changes = async () => (await ana.get("/api/settings")).body.changes;

test("an agent sees and changes nothing of them", async () => {
  const ben = await signedInAgent(server, "Ben");
  for (const answer of [
    await ben.get(path),
    await ben.post(`${path}/T1/approve`),
    await ben.request("DELETE", `${path}/T1`),
  ])
    expect(answer.status).toBe(403);
});

test("an approved workspace is in the log, with who did it; approving it again is not", async () => {
  const { body } = await ana.post(`${path}/T1/approve`);
  expect(body).toMatchObject({
    canInstall: true,
    workspaces: [
      { team: "T1", isApproved: true, health: { state: "on" } },
      { team: "T2", isApproved: true },
    ],
  });
  await ana.post(`${path}/T1/approve`);
  expect(await changes()).toEqual([
    {
      key: "slack workspace T1",
      before: { name: "Acme", state: "waiting for approval" },
      after: { name: "Acme", state: "approved" },
      by: "Ana",
      at: server.clock.now,
    },
  ]);
  const ben = await signedInAgent(server, "Bea");
  expect((await ben.get("/api/settings")).body.changes).toEqual([]);
});

test("a removed workspace is gone, and the log says whose it was", async () => {
  const { body } = await ana.request("DELETE", `${path}/T2`);
  expect(body.workspaces.map(({ team }: { team: string }) => team)).toEqual(["T1"]);
  expect((await changes())[0]).toMatchObject({
    key: "slack workspace T2",
    before: { name: "Beta", state: "approved" },
    after: null,
    by: "Ana",
  });
});

test("what nobody installed is said to be missing", async () => {
  for (const answer of [await ana.post(`${path}/T9/approve`), await ana.request("DELETE", `${path}/T9`)]) {
    expect(answer.status).toBe(404);
    expect(answer.body.error.message).toBe(
      "There is no such Slack workspace. Reload the page to see who is there.",
    );
  }
});

test("while Slack is not set up there are none", async () => {
  const alone = await openInboxServer({ firstAdmin: admin });
  const browser = await signedInAdmin(alone);
  expect((await browser.get(path)).body).toEqual({ canInstall: false, workspaces: [] });
  expect((await browser.post(`${path}/T1/approve`)).status).toBe(404);
  await alone.close();
});
