import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, openBrowser } from "../channels/inbox/support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "../channels/inbox/support/inbox-server.ts";

const password = "a long enough password";

let server: InboxServer;
let ana: Browser;

beforeAll(async () => {
  server = await openInboxServer({ firstAdmin: admin });
  ana = openBrowser(server);
  await ana.signIn(admin.email, admin.password);
});

afterAll(() => server.close());

async function invited(name: string): Promise<string> {
  const email = `${name.toLowerCase()}@example.com`;
  const { status, body } = await ana.post("/api/team", { name, email, role: "agent" });
  expect(status).toBe(201);
  return new URL(body.link).searchParams.get("token") ?? "";
}

test("an invitation lets one person in, under the address it was made for, once", async () => {
  const token = await invited("Ben");
  const ben = openBrowser(server);
  expect((await ben.get(`/api/invitation?token=${token}`)).body).toEqual({
    name: "Ben",
    email: "ben@example.com",
    role: "agent",
    siteKeys: [],
  });

  const joined = await ben.post("/api/join", { token, name: "Ben B.", password });
  expect(joined.body.member).toMatchObject({ name: "Ben B.", email: "ben@example.com", role: "agent" });
  expect((await ben.signIn("ben@example.com", password)).status).toBe(200);

  const again = await openBrowser(server).post("/api/join", { token, name: "Eve", password });
  expect(again.status).toBe(410);
  expect(again.body.error.message).toMatch(/used or is too old/);
});

test("nobody makes themselves an admin on the way in", async () => {
  const token = await invited("Cleo");
  const cleo = openBrowser(server);
  const joined = await cleo.post("/api/join", {
    token,
    name: "Cleo",
    password,
    role: "admin",
    email: "x@y.zz",
  });
  expect(joined.body.member).toMatchObject({ email: "cleo@example.com", role: "agent" });
});

test("a password that is too short does not use the invitation up", async () => {
  const token = await invited("Dora");
  const dora = openBrowser(server);
  expect((await dora.post("/api/join", { token, name: "Dora", password: "short" })).status).toBe(422);
  expect((await dora.post("/api/join", { token, name: "Dora", password })).status).toBe(201);
});

test("who is in the team already is not invited again", async () => {
  const { status, body } = await ana.post("/api/team", { name: "Ana", email: admin.email, role: "agent" });
  expect(status).toBe(409);
  expect(body.error.message).toMatch(/in the team already/);
});

test("whoever is taken out of the team is signed out at once", async () => {
  const token = await invited("Finn");
  const finn = openBrowser(server);
  const joined = await finn.post("/api/join", { token, name: "Finn", password });
  await finn.signIn("finn@example.com", password);
  expect((await finn.get("/api/me")).status).toBe(200);

  expect((await ana.request("DELETE", `/api/team/${joined.body.member.id}`)).status).toBe(200);
  expect((await finn.get("/api/me")).status).toBe(401);
  expect((await finn.signIn("finn@example.com", password)).status).toBe(401);
});
