import { afterAll, beforeAll, expect, test } from "vitest";
import { networkOf } from "../../src/http/client-address.ts";
import { openBrowser } from "../channels/inbox/support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "../channels/inbox/support/inbox-server.ts";

let server: InboxServer;

beforeAll(async () => {
  server = await openInboxServer({ firstAdmin: admin });
});

afterAll(() => server.close());

test("the first admin of the environment signs in, and out again", async () => {
  const ana = openBrowser(server);
  expect((await ana.get("/api/me")).status).toBe(401);

  expect((await ana.signIn(admin.email, admin.password)).status).toBe(200);
  expect((await ana.get("/api/me")).body).toMatchObject({
    member: { email: admin.email, name: "Ana", role: "admin" },
  });

  expect((await ana.post("/api/auth/sign-out")).status).toBe(200);
  expect((await ana.get("/api/me")).status).toBe(401);
});

test("the session cookie is out of reach for scripts and for other sites", async () => {
  const { headers, body } = await openBrowser(server).signIn("ANA@example.com", admin.password);
  expect(body).toEqual({});
  const [cookie] = headers.getSetCookie();
  expect(cookie).toMatch(/^handoff\.session_token=.+HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
});

test("a stolen cookie whose signature was changed is worth nothing", async () => {
  const ana = openBrowser(server);
  await ana.signIn(admin.email, admin.password);
  const [, session = ""] = /(handoff\.session_token=[^;]+)/.exec(ana.cookie()) ?? [];
  expect((await openBrowser(server, { Cookie: session }).get("/api/me")).status).toBe(200);
  const forged = openBrowser(server, { Cookie: `${session.slice(0, -6)}AAAA%3D` });
  expect((await forged.get("/api/me")).status).toBe(401);
});

test("a wrong password and an unknown address are refused with the same words", async () => {
  const wrong = await openBrowser(server).signIn(admin.email, "not the password");
  const unknown = await openBrowser(server).signIn("nobody@example.com", "not the password");
  expect(wrong.status).toBe(401);
  expect(wrong.body).toEqual({ error: { message: "This email and password do not belong together." } });
  expect(unknown.body).toEqual(wrong.body);
});

test("nobody signs up by themselves", async () => {
  const person = { name: "Eve", email: "eve@example.com", password: "a long enough password" };
  expect((await openBrowser(server).post("/api/auth/sign-up/email", person)).status).toBe(404);
  expect(await server.team.members()).toHaveLength(1);
});

test("another website cannot sign its visitors in here", async () => {
  const elsewhere = openBrowser(server, { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" });
  const { status, body } = await elsewhere.signIn(admin.email, admin.password);
  expect(status).toBe(403);
  expect(body.error.message).toMatch(/did not come from the inbox/);
});

test("changing the password needs the present one, and signs out everybody who used it", async () => {
  const [here, there] = [openBrowser(server), openBrowser(server)];
  await here.signIn(admin.email, admin.password);
  await there.signIn(admin.email, admin.password);
  const change = (currentPassword: string, newPassword: string) =>
    here.post("/api/auth/change-password", { currentPassword, newPassword, revokeOtherSessions: true });

  const wrong = await change("not the password", "another long password");
  expect(wrong.body.error.message).toBe("The present password is not right.");
  expect((await change(admin.password, "another long password")).status).toBe(200);

  expect((await here.get("/api/me")).status).toBe(200);
  expect((await there.get("/api/me")).status).toBe(401);
  await change("another long password", admin.password);
});

test("guessing passwords is stopped after a few tries, in words that say when to come back", async () => {
  const guesser = openBrowser(server);
  let answer = await guesser.signIn(admin.email, "guess");
  for (let i = 0; i < 15 && answer.status !== 429; i++) answer = await guesser.signIn(admin.email, "guess");

  expect(answer.status).toBe(429);
  expect(answer.body.error.message).toMatch(/Too many attempts. Please wait \d+ seconds/);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("a whole office may sign in from one address within a minute", async () => {
  const office = await openInboxServer({ firstAdmin: admin });
  for (let i = 0; i < 12; i++)
    expect((await openBrowser(office).signIn(admin.email, admin.password)).status).toBe(200);
  await office.close();
});

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8::6", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
])("guesses from %s count for %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
