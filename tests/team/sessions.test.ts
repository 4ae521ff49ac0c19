import { afterAll, beforeAll, expect, test } from "vitest";
import { deviceInWords } from "../../src/team/device-in-words.ts";
import { type Browser, openBrowser } from "../channels/inbox/support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "../channels/inbox/support/inbox-server.ts";
import { signedInAdmin, signedInAgent } from "../channels/inbox/support/members.ts";
import { openPage } from "../channels/inbox/support/page.ts";
import { visitorIn } from "../channels/inbox/support/visitors.ts";

const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

let server: InboxServer;
let ana: Browser;

beforeAll(async () => {
  server = await openInboxServer({ firstAdmin: admin });
  ana = await signedInAdmin(server);
});

afterAll(() => server.close());

async function anaElsewhere(headers: Record<string, string> = {}): Promise<Browser> {
  const browser = openBrowser(server, headers);
  await browser.signIn(admin.email, admin.password);
  return browser;
}
const sessions = async () => (await ana.get("/api/me/sessions")).body.sessions;
const isSignedIn = async (browser: Browser) => (await browser.get("/api/me")).status === 200;

test("everybody sees where they are signed in: device, address, since when, and which one this is", async () => {
  await anaElsewhere({ "User-Agent": firefox });
  const [mine, other] = await sessions();
  expect(mine).toMatchObject({ isThis: true });
  expect(other).toMatchObject({ isThis: false, device: "Firefox on Windows" });
  expect(other.address).toContain("127.0.0.1");
  expect(Math.abs(other.lastSeenAt - Date.now())).toBeLessThan(60_000);
  expect(JSON.stringify([mine, other])).not.toContain(/session_token=([^.%]+)/.exec(ana.cookie())?.[1]);
});

test("one session is ended, at once, also for the page that is open there", async () => {
  const lost = await anaElsewhere();
  const page = await openPage(server, lost);
  const { id } = (await lost.get("/api/me/sessions")).body.sessions.find(
    ({ isThis }: { isThis: boolean }) => isThis,
  );
  expect((await ana.request("DELETE", `/api/me/sessions/${id}`)).status).toBe(204);
  expect(await page.closed).toBe(4401);
  expect(await isSignedIn(lost)).toBe(false);
  expect(await isSignedIn(ana)).toBe(true);
  expect((await ana.request("DELETE", `/api/me/sessions/${id}`)).status).toBe(404);
});

test("all others are ended, and this one stays", async () => {
  const other = await anaElsewhere();
  expect((await ana.request("DELETE", "/api/me/sessions")).body.ended).toBeGreaterThan(0);
  expect([await isSignedIn(other), await isSignedIn(ana)]).toEqual([false, true]);
  expect(await sessions()).toHaveLength(1);
});

test("nobody ends the session of somebody else, unless they are an admin", async () => {
  const ben = await signedInAgent(server, "Ben");
  const [{ id }] = await sessions();
  expect((await ben.request("DELETE", `/api/me/sessions/${id}`)).status).toBe(404);
  expect(await isSignedIn(ana)).toBe(true);

  const { member } = (await ben.get("/api/me")).body;
  expect((await ana.request("DELETE", `/api/team/${member.id}/sessions`)).body).toEqual({ ended: 1 });
  expect(await isSignedIn(ben)).toBe(false);
});

test("everybody may call themselves otherwise", async () => {
  const { body } = await ana.request("PUT", "/api/me", { name: "Ana María" });
  expect(body.member.name).toBe("Ana María");
  expect((await ana.request("PUT", "/api/me", { name: " " })).status).toBe(422);
});

test("who is taken out of the team leaves also what they had under the id they have in Slack", async () => {
  const { member } = (await (await signedInAgent(server, "Kim")).get("/api/me")).body;
  await server.team.confirm(member.id);
  const inSlack = { id: "slack:T1/UKIM", name: "Kim" };
  const conversationId = await visitorIn(server.conversations, "Pia").asksForAPerson();
  await server.conversations.claim({
    conversationId,
    agent: inSlack,
    source: { via: "test", externalId: "kim" },
  });
  await server.identities.recognise({ id: inSlack.id, name: "kim" }, member.email);
  const { body } = await ana.request("DELETE", `/api/team/${member.id}`);
  expect(body).toEqual({ takenOver: 1 });
});

test("who is taken out of the team is signed out at once, and their open conversations are taken over", async () => {
  const leo = await signedInAgent(server, "Leo");
  const { member } = (await leo.get("/api/me")).body;
  const agent = { id: member.id, name: "Leo" };
  const ids = await Promise.all(
    ["Mia", "Nico", "Olga"].map((name) => visitorIn(server.conversations, name).asksForAPerson()),
  );
  const source = (externalId: string) => ({ via: "test", externalId });
  for (const conversationId of ids)
    await server.conversations.claim({ conversationId, agent, source: source(conversationId) });
  const [done = "", ...others] = ids;
  await server.conversations.close({ conversationId: done, agent, source: source(`${done} closed`) });
  const page = await openPage(server, leo);

  const { body } = await ana.request("DELETE", `/api/team/${member.id}`);
  expect(body).toEqual({ takenOver: 2 });
  expect(await page.closed).toBe(4401);
  expect(await isSignedIn(leo)).toBe(false);
  const me = (await ana.get("/api/me")).body.member;
  for (const id of others)
    expect(await server.store.find(id)).toMatchObject({ status: "agent", agent: { id: me.id } });
  expect(await server.store.find(done)).toMatchObject({ status: "closed" });
});

test.each([
  [firefox, "Firefox on Windows"],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
    "Safari on Mac",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
    "Edge on Windows",
  ],
  [
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
    "Chrome on Android",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    "Safari on iPhone",
  ],
  ["curl/8.0", "Unknown device"],
  ["", "Unknown device"],
])("%s is called %s", (userAgent, words) => {
  expect(deviceInWords(userAgent)).toBe(words);
});
