import { afterAll, beforeAll, expect, test } from "vitest";
import { type Running, startRunning } from "../../support/running.ts";
import { openBrowser } from "../inbox/support/browser.ts";
import { eventually } from "./support.ts";

let running: Running;
beforeAll(async () => {
  running = await startRunning({
    environment: {
      SLACK_CLIENT_ID: "simulator-client-id",
      SLACK_CLIENT_SECRET: "simulator-client-secret",
    },
  });
});
afterAll(() => running.stop());

async function installs(browser: ReturnType<typeof openBrowser>) {
  const begun = await browser.get("/slack/install");
  const agreed = await fetch(`${begun.headers.get("location")}&approve_as=ana`, { redirect: "manual" });
  const back = new URL(agreed.headers.get("location") ?? "");
  return browser.get(`${back.pathname}${back.search}`);
}

async function admin() {
  const browser = openBrowser(running);
  await browser.signIn("admin@example.com", "correct horse battery");
  return browser;
}

const workspaces = async () => (await (await admin()).get("/api/settings/slack-workspaces")).body.workspaces;

test("who is not signed in installs the app, and an admin has to approve the workspace", async () => {
  const page = await installs(openBrowser(running));
  expect(page.status).toBe(200);
  expect(page.text).toContain("has to approve the workspace first");
  expect(await workspaces()).toMatchObject([{ isApproved: false }]);
});

test("an admin approves it, or lets it go, and nobody else does", async () => {
  const { teamId } = running.slack;
  const path = `/api/settings/slack-workspaces/${teamId}`;
  const browser = await admin();
  expect((await openBrowser(running).get("/api/settings/slack-workspaces")).status).toBe(401);
  expect((await openBrowser(running).post(`${path}/approve`)).status).toBe(401);
  const elsewhere = openBrowser(running, { origin: "https://evil.example", cookie: browser.cookie() });
  expect((await elsewhere.post(`${path}/approve`)).status).toBe(403);
  expect((await browser.post("/api/settings/slack-workspaces/T0NOBODY/approve")).status).toBe(404);

  expect((await browser.post(`${path}/approve`)).status).toBe(200);
  expect(await workspaces()).toMatchObject([{ team: teamId, isApproved: true }]);
  expect((await browser.request("DELETE", path)).status).toBe(200);
  expect(await workspaces()).toEqual([]);
});

test("an admin who is signed in to the inbox approves by installing", async () => {
  expect((await installs(await admin())).text).toContain("is connected");
  expect(await workspaces()).toMatchObject([{ isApproved: true, by: "Ana in Slack" }]);
});

test("how the workspaces are doing is part of /readyz", async () => {
  await eventually(async () => {
    const { integrations } = await (await fetch(`${running.url}/readyz`)).json();
    return integrations.slack.state === "on" && integrations.slack.detail.includes("#support");
  });
});
