import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "../support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "../support/inbox-server.ts";
import { signedInAdmin, signedInAgent } from "../support/members.ts";

let server: InboxServer;
let ana: Browser;

beforeAll(async () => {
  server = await openInboxServer({ firstAdmin: admin });
  ana = await signedInAdmin(server);
});

afterAll(() => server.close());

const change = (body: object, key = "default") => ana.request("PUT", `/api/sites/${key}`, body);
const changeOf = async (key: string) =>
  (await ana.get("/api/settings")).body.changes.find((change: { key: string }) => change.key === key);

test("a site's origins are cut down to what browsers send", async () => {
  const { body } = await change({
    origins: ["https://Shop.example/cart?x=1", "https://shop.example", "http://localhost:8080/"],
  });
  expect(body.sites[0].origins).toEqual(["https://shop.example", "http://localhost:8080"]);
  expect(await changeOf("site default: origins")).toMatchObject({
    before: [],
    after: ["https://shop.example", "http://localhost:8080"],
    by: "Ana",
  });
});

test("what is no origin is refused, and so is a site nobody knows", async () => {
  const wrong = await change({ origins: ["shop.example"] });
  expect(wrong.body.error.fields.origins).toEqual([
    "“shop.example” is not an origin. Write one such as https://shop.example.",
  ]);
  expect((await change({ origins: [] }, "none")).status).toBe(404);
});

test("a site is added under its key, once, and the log says by whom", async () => {
  const added = await ana.post("/api/sites", { key: "docs", name: "Documentation" });
  expect(added.status).toBe(201);
  expect(added.body.sites).toContainEqual(
    expect.objectContaining({ key: "docs", name: "Documentation", origins: [] }),
  );
  expect(await changeOf("site docs: name")).toMatchObject({ after: "Documentation", by: "Ana" });

  const again = await ana.post("/api/sites", { key: "docs", name: "Other" });
  expect(again.status).toBe(422);
  expect(again.body.error.fields.key).toEqual(["The key “docs” is taken. Choose another."]);
});

test("a key that would not fit into the snippet is refused in words", async () => {
  const { body } = await ana.post("/api/sites", { key: "My Docs", name: "" });
  expect(body.error.fields).toEqual({
    key: ["A key has small letters, digits and dashes only, at most 40."],
    name: ["A site needs a name."],
  });
});

test("look and Slack channel are changed one by one, and both changes are in the log", async () => {
  await change({ look: { accent: "#1a73e8", side: "left" } });
  const { body } = await change({ slack: { team: "T1", channel: "C1" } });
  expect(body.sites[0]).toMatchObject({
    slack: { team: "T1", channel: "C1" },
    look: { accent: "#1a73e8", side: "left" },
  });
  expect(await changeOf("site default: slack")).toMatchObject({ after: { team: "T1", channel: "C1" } });
  expect(await changeOf("site default: look")).toMatchObject({
    before: { accent: "", side: "right" },
    after: { accent: "#1a73e8", side: "left" },
  });

  await change({ slack: null });
  expect((await server.sites.find("default"))?.slack).toBeUndefined();
});

test("a change that changes nothing is not in the log", async () => {
  const before = (await ana.get("/api/settings")).body.changes.length;
  const site = await server.sites.find("default");
  await change({ name: site?.name, origins: site?.origins });
  expect((await ana.get("/api/settings")).body.changes).toHaveLength(before);
});

test("wrong colours and ids are refused at their field", async () => {
  const { body } = await change({ look: { accent: "blue" }, slack: { team: "acme", channel: "#help" } });
  expect(body.error.fields).toEqual({
    look: ["Write a colour such as #1a73e8."],
    slack: ["A workspace id begins with T.", "A channel id begins with C or G."],
  });
});

test("agents read sites and change none", async () => {
  const ben = await signedInAgent(server, "Ben");
  expect((await ben.get("/api/sites")).body.sites.length).toBeGreaterThan(0);
  expect((await ben.post("/api/sites", { key: "bens", name: "Ben's" })).status).toBe(403);
  expect((await ben.request("PUT", "/api/sites/default", { name: "Ben's" })).status).toBe(403);
  expect((await ben.request("PUT", "/api/settings/away", { until: "" })).status).toBe(403);
});
