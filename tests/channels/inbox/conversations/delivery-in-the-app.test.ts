import { afterAll, beforeAll, expect, test } from "vitest";
import { waitFor } from "../../../support/patience.ts";
import { type Running, startRunning } from "../../../support/running.ts";
import { openBrowser } from "../support/browser.ts";

let running: Running;

beforeAll(async () => {
  running = await startRunning();
  await running.slackIsOn();
});

afterAll(() => running.stop());

test("a conversation Slack refuses is named in the inbox, and gets there when it is tried again", async () => {
  const browser = openBrowser(running);
  await browser.signIn("admin@example.com", "correct horse battery");
  const visitor = await running.visitor();
  await visitor.says("My parcel 401 is lost");
  await visitor.asksForPerson();
  const replies = () => JSON.stringify(running.slack.threads("support"));
  await waitFor(() => expect(replies()).toContain("parcel 401"));

  running.slack.trouble.fail("chat.postMessage", { error: "restricted_action_thread_locked", times: 50 });
  await visitor.says("Is anybody there?");
  const [{ conversation }] = (await browser.get("/api/conversations")).body.summaries;
  const path = `/api/conversations/${conversation.id}`;
  const delivery = async () => (await browser.get(`${path}/delivery`)).body;
  await waitFor(async () => expect(await delivery()).toMatchObject({ state: "givenUp" }));
  expect((await delivery()).error).toBe("The thread is locked in Slack. Unlock it, or answer in the inbox.");
  expect(replies()).not.toContain("Is anybody there?");

  running.slack.trouble.clear();
  await browser.post(`${path}/retry`);
  await waitFor(async () => expect(await delivery()).toMatchObject({ state: "fine" }));
  expect(replies()).toContain("Is anybody there?");
});

test("where no workspace installed the app and none can, there is no list of them", async () => {
  const browser = openBrowser(running);
  await browser.signIn("admin@example.com", "correct horse battery");
  expect((await browser.get("/api/settings/slack-workspaces")).body).toEqual({
    canInstall: false,
    workspaces: [],
  });
});
