import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Browser, openBrowser } from "../channels/inbox/support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "../channels/inbox/support/inbox-server.ts";
import { openLetterbox, tokenIn } from "../channels/inbox/support/letterbox.ts";
import { signedInAdmin, signedInAgent } from "../channels/inbox/support/members.ts";
import { openPage } from "../channels/inbox/support/page.ts";

const letterbox = openLetterbox();
const password = "another long password";
let server: InboxServer;
let ana: Browser;

beforeAll(async () => {
  server = await openInboxServer({ firstAdmin: admin, mailer: letterbox.mailer });
  ana = await signedInAdmin(server);
});

afterAll(() => server.close());

const stranger = () => openBrowser(server);
const forget = (email: string) => stranger().post("/api/password/forgotten", { email });
const choose = (token: string, password: string) => stranger().post("/api/password/new", { token, password });

async function mailed(email: string): Promise<string> {
  const before = letterbox.to(email).length;
  await forget(email);
  await expect.poll(() => letterbox.to(email).length).toBe(before + 1);
  return tokenIn(letterbox.to(email).at(-1) ?? { text: "" });
}

test("a new password is chosen by a mailed link, once; everybody who used the old one is signed out", async () => {
  const ben = await signedInAgent(server, "Ben");
  const page = await openPage(server, ben);
  const [earlier, token] = [await mailed("ben@example.com"), await mailed("ben@example.com")];
  expect(letterbox.to("ben@example.com").at(-1)?.subject).toBe("Choose a new password");

  expect((await choose(token, "short")).status).toBe(422);
  expect((await choose(token, password)).status).toBe(204);
  expect(await page.closed).toBe(4401);
  expect((await ben.get("/api/me")).status).toBe(401);
  expect((await stranger().signIn("ben@example.com", "a long enough password")).status).toBe(401);
  expect((await stranger().signIn("ben@example.com", password)).status).toBe(200);

  for (const used of [token, earlier]) {
    const { status, body } = await choose(used, "yet another password");
    expect(status).toBe(410);
    expect(body.error.message).toContain("Ask for a new one");
  }
});

test("whether there is somebody of an address is not to be learned", async () => {
  const [known, unknown] = [await forget(admin.email), await forget("nobody@example.com")];
  expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
  expect(letterbox.to("nobody@example.com")).toEqual([]);
});

test("a link is worth nothing after an hour", async () => {
  const { member } = (await ana.get("/api/me")).body;
  const token = new URL(await server.team.resetLink(member.id)).searchParams.get("token") ?? "";
  const later = Date.now() + 61 * 60 * 1000;
  const clock = vi.spyOn(Date, "now").mockReturnValue(later);
  const { status } = await choose(token, password);
  clock.mockRestore();
  expect(status).toBe(410);
});

test("an admin makes a link for a member; what the database keeps of it does not open anything", async () => {
  await signedInAgent(server, "Cleo");
  const cleo = (await server.team.members()).find(({ name }) => name === "Cleo");
  const { status, body } = await ana.post(`/api/team/${cleo?.id}/reset-link`);
  expect(status).toBe(201);
  const token = new URL(body.link).searchParams.get("token") ?? "";
  expect(new URL(body.link).pathname).toBe("/inbox/reset");
  expect((await choose(token, password)).status).toBe(204);
  expect((await stranger().signIn("cleo@example.com", password)).status).toBe(200);
  expect((await ana.post("/api/team/nobody/reset-link")).status).toBe(404);
});

test("nobody's mailbox is filled: beyond four links an hour the answer stays the same and nothing is sent", async () => {
  await signedInAgent(server, "Dan");
  for (let i = 0; i < 6; i++) expect((await forget("dan@example.com")).status).toBe(202);
  const resets = () => letterbox.to("dan@example.com").filter(({ tag }) => tag === "password-reset");
  await expect.poll(() => resets().length).toBe(4);
});

test("guessing links is stopped, in words that say when to come back", async () => {
  const guesses = [];
  for (let i = 0; i < 35; i++) guesses.push(await choose(`guess-${i}`, password));
  const refused = guesses.at(-1);
  expect(refused?.status).toBe(429);
  expect(refused?.body.error.message).toMatch(/wait .* (second|minute)/);
  expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("where no mail is connected, whoever forgot is told whom to ask, and so is whoever looks at the page", async () => {
  const silent = await openInboxServer({ firstAdmin: admin });
  const browser = openBrowser(silent);
  expect((await browser.get("/api/ways-in")).body).toMatchObject({ mail: false });
  const { status, body } = await browser.post("/api/password/forgotten", { email: admin.email });
  expect(status).toBe(409);
  expect(body.error.message).toContain("Ask an admin");
  await silent.close();
});
