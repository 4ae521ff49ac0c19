import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { deliveries } from "../support/delivery.ts";
import { admin, type InboxServer, openInboxServer } from "../support/inbox-server.ts";
import { signedInAgent } from "../support/members.ts";
import { visitorIn } from "../support/visitors.ts";

let server: InboxServer;
let path: string;
let id: string;
const slack = deliveries();

beforeAll(async () => {
  server = await openInboxServer({ firstAdmin: admin, given: { slackDelivery: slack.desk } });
  id = await visitorIn(server.conversations, "Maria").asksForAPerson();
  path = `/api/conversations/${id}`;
});

afterAll(() => server.close());

test("what was given up is said in words, and an agent has it tried again", async () => {
  const ben = await signedInAgent(server, "Ben");
  expect((await ben.get(`${path}/delivery`)).body).toEqual({ state: "fine" });

  slack.giveUp(id, "The channel is archived.");
  const error = "The channel is archived.";
  expect((await ben.get(`${path}/delivery`)).body).toEqual({ state: "givenUp", error, at: 1 });
  expect((await ben.post(`${path}/retry`)).body).toEqual({ state: "trying", error });
  expect(slack.retried).toEqual([id]);

  slack.deliver(id);
  expect((await ben.get(`${path}/delivery`)).body).toEqual({ state: "fine" });
  expect((await ben.post(`${path}/retry`)).status).toBe(200);
  expect(slack.retried).toEqual([id]);
});

test("nobody asks or tries who is not signed in, nor of a conversation that is not there", async () => {
  const stranger = openBrowser(server);
  expect((await stranger.get(`${path}/delivery`)).status).toBe(401);
  expect((await stranger.post(`${path}/retry`)).status).toBe(401);
  const ben = await signedInAgent(server, "Bea");
  expect((await ben.get("/api/conversations/none/delivery")).status).toBe(404);
  expect((await ben.post("/api/conversations/none/retry")).status).toBe(404);
});
