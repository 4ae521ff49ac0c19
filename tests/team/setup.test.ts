import { afterEach, beforeEach, expect, test } from "vitest";
import { openBrowser } from "../channels/inbox/support/browser.ts";
import { type InboxServer, openInboxServer } from "../channels/inbox/support/inbox-server.ts";

const ana = { name: "Ana", email: "Ana@Example.com", password: "a long enough password" };

let server: InboxServer;

beforeEach(async () => {
  server = await openInboxServer();
});

afterEach(() => server.close());

const tokenOf = (link: string | undefined) => new URL(link ?? "").searchParams.get("token");

test("the setup link makes the first admin, once", async () => {
  const browser = openBrowser(server);
  const token = tokenOf(server.setupLink);
  expect(server.setupLink).toMatch(`${server.url}/inbox/setup?token=`);

  const made = await browser.post("/api/setup", { token, ...ana });
  expect(made.status).toBe(201);
  expect(made.body.member).toMatchObject({ name: "Ana", email: "ana@example.com", role: "admin" });
  expect((await browser.signIn(ana.email, ana.password)).status).toBe(200);

  const again = await browser.post("/api/setup", { token, ...ana, email: "eve@example.com" });
  expect(again.status).toBe(410);
  expect(again.body.error.message).toMatch(/set up already/);
  expect(await server.team.setupLink()).toBeUndefined();
});

test("two people with the link at the same moment make one admin", async () => {
  const token = tokenOf(server.setupLink);
  const both = await Promise.all(
    ["ana", "eve"].map((name) =>
      openBrowser(server).post("/api/setup", { token, ...ana, email: `${name}@example.com` }),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([201, 410]);
  expect(await server.team.members()).toHaveLength(1);
});

test("a made-up token sets nothing up", async () => {
  const { status } = await openBrowser(server).post("/api/setup", { token: "guess", ...ana });
  expect(status).toBe(403);
  expect(await server.team.members()).toEqual([]);
});

test("what is wrong on the setup page is said field by field, and the link stays good", async () => {
  const token = tokenOf(server.setupLink);
  const browser = openBrowser(server);
  const refused = await browser.post("/api/setup", { token, name: " ", email: "ana", password: "short" });
  expect(refused.status).toBe(422);
  expect(Object.keys(refused.body.error.fields).sort()).toEqual(["email", "name", "password"]);
  expect((await browser.post("/api/setup", { token, ...ana })).status).toBe(201);
});
