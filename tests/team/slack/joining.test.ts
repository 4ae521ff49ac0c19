import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Browser, openBrowser } from "../../channels/inbox/support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "../../channels/inbox/support/inbox-server.ts";
import { clientId, openSigningSlack, type SigningSlack, team } from "./signing-slack.ts";

let slack: SigningSlack;
let server: InboxServer;
let ana: Browser;
let mayJoin: (somebody: { team: string; user: string; email: string }) => Promise<boolean>;

beforeAll(async () => {
  slack = await openSigningSlack();
  server = await openInboxServer({
    firstAdmin: admin,
    slack: {
      ...{ clientId, clientSecret: "secret", apiUrl: slack.apiUrl },
      isConnected: async (id) => id === team,
      mayJoin: (somebody) => mayJoin(somebody),
    },
  });
  ana = openBrowser(server);
  await ana.signIn(admin.email, admin.password);
});
beforeEach(() => {
  mayJoin = async () => true;
});

afterAll(async () => {
  await server.close();
  await slack.close();
});

const addressOf = (name: string) => `${name.toLowerCase()}@example.com`;

/** Somebody's way through Slack. Returns where they end, and who they are in the inbox then. */
async function comes(name: string, said: Record<string, unknown> = {}) {
  const browser = openBrowser(server);
  const asked = new URL((await browser.get("/api/auth/slack")).headers.get("location") ?? "").searchParams;
  const [nonce, state] = [asked.get("nonce"), asked.get("state") ?? ""];
  const code = slack.grant({
    nonce,
    name,
    email: addressOf(name),
    "https://slack.com/user_id": "U9",
    ...said,
  });
  const { headers } = await browser.get(`/api/auth/slack/callback?${new URLSearchParams({ code, state })}`);
  return { browser, at: headers.get("location"), member: (await browser.get("/api/me")).body.member };
}

test("who is let in becomes an agent for all sites, under their name in Slack, and is the same the next time", async () => {
  const asked: unknown[] = [];
  mayJoin = async (somebody) => asked.push(somebody) > 0;
  const first = await comes("Ben");
  expect(first.at).toBe("/inbox");
  expect(first.member).toMatchObject({
    name: "Ben",
    email: addressOf("Ben"),
    role: "agent",
    siteKeys: [],
    isConfirmed: true,
  });
  expect((await comes("Ben")).member.id).toBe(first.member.id);
  expect(asked).toEqual([{ team, user: "U9", email: addressOf("Ben") }]);
});

test("who is not let in makes nobody of themselves", async () => {
  mayJoin = async () => false;
  expect(await comes("Gus")).toMatchObject({ at: "/inbox?slack=nobody", member: undefined });
  expect(
    (await ana.get("/api/team")).body.members.map(({ email }: { email: string }) => email),
  ).not.toContain(addressOf("Gus"));
});

test("while it cannot be told whether somebody is let in, they are not", async () => {
  mayJoin = async () => {
    throw new Error("Slack does not answer.");
  };
  expect(await comes("Hal")).toMatchObject({ at: "/inbox?slack=unreachable", member: undefined });
});

test("an identity that opens nothing lets nobody in either", async () => {
  for (const said of [{ email_verified: false }, { "https://slack.com/team_id": "T2" }, { aud: "9.9" }])
    expect((await comes("Eve", said)).member).toBeUndefined();
});

test("an open invitation says what they may, and is used up by it", async () => {
  const { body } = await ana.post("/api/team", {
    ...{ name: "Cleo", email: addressOf("Cleo"), role: "agent", siteKeys: ["outlet"] },
  });
  expect((await comes("Cleo")).member).toMatchObject({ role: "agent", siteKeys: ["outlet"] });
  const token = new URL(body.link).searchParams.get("token");
  expect((await openBrowser(server).get(`/api/invitation?token=${token}`)).status).toBe(410);
});

test("who has no name in Slack has that of their address, and may choose a password by mail or an admin's link", async () => {
  const { member } = await comes("Dora", { name: undefined });
  expect(member.name).toBe("Dora");
  const { link } = (await ana.post(`/api/team/${member.id}/reset-link`)).body;
  const token = new URL(link).searchParams.get("token");
  const password = "a long enough password";
  expect((await openBrowser(server).post("/api/password/new", { token, password })).status).toBe(204);
  expect((await openBrowser(server).signIn(addressOf("Dora"), password)).status).toBe(200);
});

test("whoever is taken out of the team is not let in again by themselves", async () => {
  const { member } = await comes("Fay");
  await ana.request("DELETE", `/api/team/${member.id}`);
  expect((await server.settings.current()).notLetIn).toEqual([addressOf("Fay")]);
});
