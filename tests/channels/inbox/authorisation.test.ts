import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, openBrowser } from "./support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "./support/inbox-server.ts";
import { signedInAdmin, signedInAgent } from "./support/members.ts";
import { leadsTo, routesOf } from "./support/routes.ts";
import { visitorIn } from "./support/visitors.ts";

const invoice = { id: "f1", name: "invoice.pdf", mime: "application/pdf", size: 2_000 };
const people = ["anonymous", "elsewhere", "agent", "admin"] as const;

let server: InboxServer;
let conversationId: string;
let browsers: Record<(typeof people)[number], Browser>;

beforeAll(async () => {
  const notificationTools = {
    state: async () => ({ last: [], unreachable: [] }),
    test: async () => "Taken.",
  };
  const health = { doctor: async () => [], testHandoff: async () => [] };
  const slackThread = async () => "https://acme.slack.com/archives/C1/p1";
  const files = { keep: async () => invoice, sentBy: async () => [] };
  server = await openInboxServer({
    firstAdmin: admin,
    health,
    given: { notificationTools, files, slackThread },
  });
  const maria = visitorIn(server.conversations, "Maria");
  await maria.sends(invoice);
  conversationId = await maria.asksForAPerson();
  browsers = {
    anonymous: openBrowser(server),
    elsewhere: await signedInAgent(server, "Eva", ["outlet"]),
    agent: await signedInAgent(server, "Ben", ["default"]),
    admin: await signedInAdmin(server),
  };
});

afterAll(() => server.close());

const act = () => ({ id: randomUUID() });
const saying = () => ({ id: randomUUID(), text: "Hello" });
const range = "from=0&to=86400000";
const page = () => ({ kind: "page", title: "A", text: "B" });

/**
 * Every route of the inbox, and how it answers each of `people` in turn; `elsewhere` is an agent of another site.
 * Asked from top to bottom.
 */
const routes: [
  method: string,
  path: string,
  anonymous: number,
  elsewhere: number,
  agent: number,
  admin: number,
  body?: () => object,
][] = [
  ["GET", "/api/me", 401, 200, 200, 200],
  ["PUT", "/api/me", 401, 422, 422, 422, () => ({})],
  ["GET", "/api/me/sessions", 401, 200, 200, 200],
  ["DELETE", "/api/me/sessions", 401, 200, 200, 200],
  ["DELETE", "/api/me/sessions/nobody", 401, 404, 404, 404],
  ["GET", "/api/team", 401, 200, 200, 200],
  ["POST", "/api/team", 401, 403, 403, 422, () => ({})],
  ["PUT", "/api/team/nobody", 401, 403, 403, 404, () => ({ role: "agent" })],
  ["DELETE", "/api/team/nobody", 401, 403, 403, 404],
  ["POST", "/api/team/nobody/reset-link", 401, 403, 403, 404],
  ["DELETE", "/api/team/nobody/sessions", 401, 403, 403, 200],
  ["POST", "/api/team/nobody/confirm", 401, 403, 403, 404],
  ["POST", "/api/team/invitations/nobody/renew", 401, 403, 403, 404],
  ["DELETE", "/api/team/invitations/nobody", 401, 403, 403, 404],
  ["GET", "/api/conversations", 401, 200, 200, 200],
  ["GET", "/api/conversations/counts", 401, 200, 200, 200],
  ["GET", "/api/conversations/filters", 401, 200, 200, 200],
  ["GET", "/api/conversations/:id", 401, 404, 200, 200],
  ["POST", "/api/conversations/:id/read", 401, 404, 200, 200, () => ({ at: 1 })],
  ["POST", "/api/conversations/:id/unread", 401, 404, 200, 200, () => ({ at: 1 })],
  ["GET", "/api/conversations/:id/files/f1", 401, 404, 302, 302],
  ["POST", "/api/conversations/:id/reply", 401, 404, 200, 200, saying],
  ["POST", "/api/conversations/:id/note", 401, 404, 200, 200, saying],
  ["POST", "/api/conversations/:id/reveal", 401, 404, 403, 422, act],
  ["POST", "/api/conversations/:id/claim", 401, 404, 200, 409, act],
  ["POST", "/api/conversations/:id/hand-back", 401, 404, 200, 200, act],
  ["POST", "/api/conversations/:id/close", 401, 404, 200, 200, act],
  ["POST", "/api/conversations/:id/reopen", 401, 404, 200, 200, act],
  ["POST", "/api/conversations/:id/block", 401, 404, 200, 200, act],
  ["POST", "/api/conversations/:id/unblock", 401, 404, 200, 200, act],
  ["POST", "/api/conversations/:id/translate", 401, 404, 409, 409, act],
  ["POST", "/api/conversations/:id/stop-translating", 401, 404, 200, 200, act],
  ["POST", "/api/conversations/:id/assign", 401, 404, 404, 404, () => ({ ...act(), to: "nobody" })],
  ["POST", "/api/conversations/:id/files", 401, 404, 201, 201],
  ["GET", "/api/conversations/none/erased", 401, 404, 404, 404],
  ["GET", "/api/privacy/rights", 401, 200, 200, 200],
  ["GET", "/api/privacy", 401, 403, 403, 200],
  ["GET", "/api/privacy/would-go?site=default&days=30", 401, 403, 403, 200],
  ["GET", "/api/privacy/erasures/none", 401, 403, 403, 404],
  ["POST", "/api/privacy/erasures/none/retry", 401, 403, 403, 404],
  ["POST", "/api/conversations/none/erase", 401, 403, 403, 404],
  ["GET", "/api/conversations/:id/delivery", 401, 404, 200, 200],
  ["GET", "/api/conversations/:id/slack", 401, 404, 302, 302],
  ["POST", "/api/conversations/:id/retry", 401, 404, 200, 200],
  ["POST", "/api/triggers/test", 401, 403, 403, 200, () => ({ text: "Hello", phrases: [] })],
  ["POST", "/api/triggers/replay", 401, 403, 403, 200, () => ({ phrases: [] })],
  ["GET", "/api/settings", 401, 200, 200, 200],
  ["PUT", "/api/settings", 401, 403, 403, 200, () => ({})],
  ["PUT", "/api/settings/away", 401, 403, 403, 200, () => ({ until: "2h" })],
  ["DELETE", "/api/settings/away", 401, 403, 403, 200],
  ["GET", "/api/settings/notifications", 401, 403, 403, 200],
  ["GET", "/api/settings/callable", 401, 403, 403, 200],
  ["POST", "/api/settings/notifications/test", 401, 403, 403, 422, () => ({ way: "email", recipient: "?" })],
  ["GET", "/api/sites", 401, 200, 200, 200],
  ["POST", "/api/sites", 401, 403, 403, 201, () => ({ key: "outlet", name: "Outlet" })],
  ["PUT", "/api/sites/default", 401, 403, 403, 200, () => ({ origins: [] })],
  ["GET", "/api/settings/slack-workspaces", 401, 403, 403, 200],
  ["POST", "/api/settings/slack-workspaces/T1/approve", 401, 403, 403, 404],
  ["DELETE", "/api/settings/slack-workspaces/T1", 401, 403, 403, 404],
  ["GET", "/api/knowledge", 401, 200, 200, 200],
  ["GET", "/api/knowledge/count", 401, 200, 200, 200],
  ["GET", "/api/knowledge/search?question=returns&site=default", 401, 404, 200, 200],
  ["GET", "/api/knowledge/articles/none", 401, 404, 404, 404],
  ["POST", "/api/knowledge/articles", 401, 403, 403, 201, page],
  ["PUT", "/api/knowledge/articles/none", 401, 403, 403, 404, page],
  ["DELETE", "/api/knowledge/articles/none", 401, 403, 403, 404],
  ["POST", "/api/knowledge/articles/none/refresh", 401, 403, 403, 404],
  ["POST", "/api/knowledge/pages", 401, 403, 403, 422, () => ({ urls: "" })],
  ["POST", "/api/knowledge/proposals/none/approve", 401, 404, 404, 404, () => ({})],
  ["POST", "/api/knowledge/proposals/none/reject", 401, 404, 404, 404],
  ["GET", `/api/analytics?${range}`, 401, 200, 200, 200],
  ["GET", `/api/analytics/conversations?measure=handedOff&${range}`, 401, 200, 200, 200],
  ["GET", "/api/export.csv", 401, 200, 200, 200],
  ["GET", "/api/export.jsonl", 401, 200, 200, 200],
  ["GET", "/api/export.csv?conversation=:id", 401, 404, 200, 200],
  ["GET", "/api/export.jsonl?conversation=:id", 401, 404, 200, 200],
  ["GET", "/api/doctor", 401, 403, 403, 200],
  ["POST", "/api/test-handoff", 401, 403, 403, 200],
  ["POST", "/api/setup", 422, 422, 422, 422, () => ({})],
  ["GET", "/api/invitation?token=made-up", 410, 410, 410, 410],
  ["POST", "/api/join", 422, 422, 422, 422, () => ({})],
  ["GET", "/api/ways-in", 200, 200, 200, 200],
  ["POST", "/api/password/forgotten", 409, 409, 409, 409, () => ({ email: "nobody@example.com" })],
  ["POST", "/api/password/new", 410, 410, 410, 410, () => ({ token: "made-up", password: "long enough" })],
  ["GET", "/api/elsewhere", 404, 404, 404, 404],
  ["GET", "/api/auth/get-session", 404, 404, 404, 404],
  ["GET", "/api/auth/list-sessions", 404, 404, 404, 404],
  ["GET", "/api/auth/slack", 404, 404, 404, 404],
  ["GET", "/api/auth/slack/callback", 404, 404, 404, 404],
  ["POST", "/api/auth/sign-up/email", 404, 404, 404, 404],
];

/** What anybody may load: the web app itself, which holds nothing of the team's. */
const open = ["GET /inbox", "GET /inbox/{*rest}"];

test("every route of the inbox stands in the table", () => {
  const asked = routes.map(([method, path]) => `${method} ${path}`);
  const unproven = routesOf(server.inbox.router).filter(
    (route) => !open.includes(route) && !asked.some((request) => leadsTo(route, request)),
  );
  expect(unproven).toEqual([]);
});

describe.each(routes)("%s %s", (method, path, ...row) => {
  const body = row[4];
  test.each(people.map((who, place) => [who, row[place]]))("answers %s with %i", async (who, status) => {
    const answer = await browsers[who as "agent"].request(
      method,
      path.replace(":id", conversationId),
      body?.(),
    );
    expect(answer.status).toBe(status);
    if (answer.status >= 400) expect(answer.body.error.message).toMatch(/^[A-Z].+\.$/);
    else expect(answer.headers.get("cache-control")).toContain("no-store");
  });
});

test("nothing is changed from another website's page, even with the member's cookie", async () => {
  const attempts = [
    { Origin: "https://evil.example" },
    { "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "same-site" },
    { Origin: "null" },
  ];
  for (const headers of attempts) {
    const abused = openBrowser(server, { Cookie: browsers.agent.cookie(), ...headers });
    const { status, body } = await abused.post(`/api/conversations/${conversationId}/reply`, saying());
    expect(status).toBe(403);
    expect(body.error.message).toContain(`${server.url}/inbox`);
  }
});

test("a form on another page cannot pass for JSON", async () => {
  const form = openBrowser(server, { Cookie: browsers.agent.cookie(), "Content-Type": "text/plain" });
  expect((await form.post(`/api/conversations/${conversationId}/reply`, saying())).status).toBe(422);
});

test("a request of more than 256 kB is refused in words", async () => {
  const { status, body } = await browsers.agent.post(`/api/conversations/${conversationId}/reply`, {
    id: randomUUID(),
    text: "x".repeat(300_000),
  });
  expect(status).toBe(413);
  expect(body.error.message).toBe("The request is too large.");
});
