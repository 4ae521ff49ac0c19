import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, openBrowser } from "../channels/inbox/support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "../channels/inbox/support/inbox-server.ts";
import { signedInAdmin, signedInAgent } from "../channels/inbox/support/members.ts";

let server: InboxServer;
let ana: Browser;

beforeAll(async () => {
  server = await openInboxServer({ firstAdmin: admin });
  ana = await signedInAdmin(server);
});

afterAll(() => server.close());

const idOf = async (browser: Browser): Promise<string> => (await browser.get("/api/me")).body.member.id;
const whyOut = async (browser: Browser) => (await browser.get("/api/ways-in")).body.whyOut;

test("who was taken out of the team learns it in their own browser, and nobody else does", async () => {
  const ben = await signedInAgent(server, "Ben");
  const id = await idOf(ben);
  expect(await whyOut(ben)).toBeUndefined();
  await ana.request("DELETE", `/api/team/${id}`);
  expect(await whyOut(ben)).toBe("left");
  expect(await whyOut(openBrowser(server))).toBeUndefined();
  expect(
    await whyOut(openBrowser(server, { Cookie: `handoff.last=${id}.${"A".repeat(43)}` })),
  ).toBeUndefined();
});

test("who was signed out from elsewhere is told so until they sign in again", async () => {
  const cleo = await signedInAgent(server, "Cleo");
  await ana.request("DELETE", `/api/team/${await idOf(cleo)}/sessions`);
  expect(await whyOut(cleo)).toBe("ended");
  await cleo.signIn("cleo@example.com", "a long enough password");
  expect(await whyOut(cleo)).toBeUndefined();
});

test("who signs out by themselves is told nothing", async () => {
  const dora = await signedInAgent(server, "Dora");
  await idOf(dora);
  await dora.post("/api/auth/sign-out");
  expect(await whyOut(dora)).toBeUndefined();
});

test("what a browser remembers of its member is out of reach for scripts and other sites", async () => {
  const cookie = (await ana.get("/api/me")).headers
    .getSetCookie()
    .find((one) => one.startsWith("handoff.last="));
  expect(cookie).toMatch(/; Path=\/api; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
});
