import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser, Json } from "../support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "../support/inbox-server.ts";
import { signedInAdmin } from "../support/members.ts";
import { visitorIn } from "../support/visitors.ts";

let server: InboxServer;
let ana: Browser;

beforeAll(async () => {
  server = await openInboxServer({ firstAdmin: admin });
  ana = await signedInAdmin(server);
  const { conversations, clock } = server;
  const soon = () => {
    clock.now += 60_000;
  };

  const first = visitorIn(conversations, "Waits-longest", "first@example.com");
  await first.says("The umbrella is broken.");
  await first.asksForAPerson();
  soon();
  await visitorIn(conversations, "Waits-too").asksForAPerson();
  soon();
  const mine = await visitorIn(conversations, "Mine").says("Hello?");
  await ana.post(`/api/conversations/${mine}/reply`, { id: randomUUID(), text: "Here I am." });
  soon();
  const done = await visitorIn(conversations, "Done").says("Bye");
  await ana.post(`/api/conversations/${done}/close`, { id: randomUUID() });
  soon();
  await visitorIn(conversations, "Recent").says("Do you sell tents?");
});

afterAll(() => server.close());

const listed = async (query: string) =>
  (await ana.get(`/api/conversations?${query}`)).body.summaries.map(
    ({ conversation }: Json) => conversation.visitor.name,
  );

test("who waits comes first, longest on top, then whatever is most recent", async () => {
  expect(await listed("")).toEqual(["Waits-longest", "Waits-too", "Recent", "Mine"]);
});

test("the list can be narrowed to those waiting, mine, and closed", async () => {
  expect(await listed("status=waiting")).toEqual(["Waits-longest", "Waits-too"]);
  expect(await listed("status=mine")).toEqual(["Mine"]);
  expect(await listed("status=closed")).toEqual(["Done"]);
});

test("the search finds what was said and who said it", async () => {
  expect(await listed("search=umbrella")).toEqual(["Waits-longest"]);
  expect(await listed("search=first@example.com")).toEqual(["Waits-longest"]);
  expect(await listed("search=nothing-like-it")).toEqual([]);
});

test("a filter nobody knows is refused at its field", async () => {
  const { status, body } = await ana.get("/api/conversations?status=everything");
  expect(status).toBe(422);
  expect(body.error.fields).toHaveProperty("status");
});

test("a conversation is read whole, from its first event", async () => {
  const [summary] = (await ana.get("/api/conversations?search=umbrella")).body.summaries;
  const { body } = await ana.get(`/api/conversations/${summary.conversation.id}`);
  expect(body.events.map(({ seq }: Json) => seq)).toEqual([1, 2]);
  expect(body.conversation.page).toEqual({ url: "https://shop.example/cart", title: "Your cart" });
  expect((await ana.get("/api/conversations/none")).status).toBe(404);
});
