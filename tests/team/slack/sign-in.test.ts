import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, openBrowser } from "../../channels/inbox/support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "../../channels/inbox/support/inbox-server.ts";
import { clientId, openSigningSlack, type SigningSlack, team } from "./signing-slack.ts";

let slack: SigningSlack;
let server: InboxServer;

beforeAll(async () => {
  slack = await openSigningSlack();
  server = await openInboxServer({
    firstAdmin: admin,
    slack: {
      ...{ clientId, clientSecret: "secret", apiUrl: slack.apiUrl },
      isConnected: async (id) => id === team,
    },
  });
});

afterAll(async () => {
  await server.close();
  await slack.close();
});

async function begin(browser: Browser, page = "/inbox/c/1") {
  const { status, headers } = await browser.get(`/api/auth/slack?to=${encodeURIComponent(page)}`);
  expect(status).toBe(303);
  return new URL(headers.get("location") ?? "").searchParams;
}

const back = (browser: Browser, answer: Record<string, string>) =>
  browser.get(`/api/auth/slack/callback?${new URLSearchParams(answer)}`);

/** Ana's way through Slack, which says `said` of her instead of what is true. Returns where she ends. */
async function comesBack(said: Record<string, unknown> = {}, { isForged = false, page = "/inbox/c/1" } = {}) {
  const browser = openBrowser(server);
  const asked = await begin(browser, page);
  const nonce = asked.get("nonce") ?? "";
  const code = slack.grant({ nonce, ...said }, { isForged });
  const { headers } = await back(browser, { code, state: asked.get("state") ?? "" });
  const isIn = (await browser.get("/api/me")).status === 200;
  return { at: headers.get("location"), isIn };
}

test("who Slack says has a member's verified address is signed in, and where they wanted to be", async () => {
  expect(await comesBack()).toEqual({ at: "/inbox/c/1", isIn: true });
  expect(await comesBack({ email: "ANA@Example.com" })).toEqual({ at: "/inbox/c/1", isIn: true });
});

test("Slack is asked as its documentation says, and sends people back to the address in the manifest", async () => {
  const asked = Object.fromEntries(await begin(openBrowser(server)));
  expect(asked).toMatchObject({ response_type: "code", scope: "openid email profile", client_id: clientId });
  expect(asked.state?.length).toBeGreaterThan(40);
  expect(asked.nonce?.length).toBeGreaterThan(40);
  const { pathname } = new URL(asked.redirect_uri ?? "");
  expect(readFileSync("manifest.yml", "utf8")).toContain(`https://handoff.example.com${pathname}\n`);
});

const past = Math.floor(Date.now() / 1000) - 3_600;
test.each<[string, Record<string, unknown>, string]>([
  ["meant for another sign-in", { nonce: "another" }, "identity"],
  ["without a nonce", { nonce: undefined }, "identity"],
  ["of another issuer", { iss: "https://elsewhere.example" }, "identity"],
  ["for another app", { aud: "9.9" }, "identity"],
  ["that has run out", { exp: past }, "identity"],
  ["that never runs out", { exp: undefined }, "identity"],
  ["of another workspace", { "https://slack.com/team_id": "T2" }, "workspace"],
  ["of no workspace", { "https://slack.com/team_id": undefined }, "identity"],
  ["with an unverified address", { email_verified: false }, "unverified"],
  ["that does not say whether the address is verified", { email_verified: undefined }, "unverified"],
  ["without an address", { email: undefined }, "unverified"],
  ["of somebody who is not in the team", { email: "eve@example.com" }, "nobody"],
])("an identity %s opens nothing", async (_what, said, why) => {
  expect(await comesBack(said)).toEqual({ at: `/inbox?slack=${why}`, isIn: false });
});

test("an identity that Slack has not signed opens nothing", async () => {
  expect(await comesBack({}, { isForged: true })).toEqual({ at: "/inbox?slack=identity", isIn: false });
});

test("another state than the one this browser was given opens nothing", async () => {
  const [ana, eve] = [openBrowser(server), openBrowser(server)];
  const nonce = (await begin(ana)).get("nonce") ?? "";
  const state = (await begin(eve)).get("state") ?? "";
  const { headers } = await back(ana, { code: slack.grant({ nonce }), state });
  expect(headers.get("location")).toBe("/inbox?slack=not-begun");
  expect((await ana.get("/api/me")).status).toBe(401);
});

test("a browser that has not begun is not signed in by a link it was sent", async () => {
  const [eve, ana] = [openBrowser(server), openBrowser(server)];
  const asked = await begin(eve);
  const answer = { code: slack.grant({ nonce: asked.get("nonce") }), state: asked.get("state") ?? "" };
  const { headers } = await back(ana, answer);
  expect(headers.get("location")).toBe("/inbox?slack=not-begun");
  expect((await ana.get("/api/me")).status).toBe(401);
});

test("an answer of Slack's is good once: not again in the same browser, nor its code in another", async () => {
  const ana = openBrowser(server);
  const asked = await begin(ana);
  const answer = { code: slack.grant({ nonce: asked.get("nonce") }), state: asked.get("state") ?? "" };
  expect((await back(ana, answer)).headers.get("location")).toBe("/inbox/c/1");
  expect((await back(ana, answer)).headers.get("location")).toBe("/inbox?slack=not-begun");

  const again = (await begin(ana)).get("state") ?? "";
  expect((await back(ana, { ...answer, state: again })).headers.get("location")).toBe("/inbox?slack=code");
});

test("a cookie that was made up or changed is none", async () => {
  const asked = await begin(openBrowser(server));
  const made = Buffer.from(JSON.stringify({ state: "s", nonce: "n", to: "/inbox" })).toString("base64url");
  const none = Buffer.from('{"alg":"none"}').toString("base64url");
  const eve = openBrowser(server, { Cookie: `handoff.slack=${none}.${made}.` });
  const { headers } = await back(eve, { code: slack.grant({ nonce: "n" }), state: "s" });
  expect(headers.get("location")).toBe("/inbox?slack=not-begun");
  expect(asked.get("state")).not.toBe("s");
});

test("who says no in Slack is told so", async () => {
  const ana = openBrowser(server);
  const state = (await begin(ana)).get("state") ?? "";
  const { headers } = await back(ana, { error: "access_denied", state });
  expect(headers.get("location")).toBe("/inbox?slack=cancelled");
});

test.each([
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "/inbox\\@evil",
  "/elsewhere",
])("nobody is led to %s", async (page) => {
  expect(await comesBack({}, { page })).toEqual({ at: "/inbox", isIn: true });
});

test("the journey's cookie is out of reach for scripts and for other sites", async () => {
  const { headers } = await openBrowser(server).get("/api/auth/slack");
  expect(headers.getSetCookie().join()).toMatch(
    /^handoff\.slack=.+Path=\/api\/auth\/slack; HttpOnly; SameSite=Lax$/,
  );
});

test("it is offered where it is set up, and only there", async () => {
  expect((await openBrowser(server).get("/api/ways-in")).body).toMatchObject({ slack: true });
  const without = await openInboxServer({ firstAdmin: admin });
  expect((await openBrowser(without).get("/api/ways-in")).body).toMatchObject({ slack: false });
  expect((await openBrowser(without).get("/api/auth/slack")).status).toBe(404);
  expect((await openBrowser(without).signIn(admin.email, admin.password)).status).toBe(200);
  await without.close();
});
