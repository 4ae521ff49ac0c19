import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, openBrowser } from "./support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "./support/inbox-server.ts";
import { signedInAdmin, signedInAgent } from "./support/members.ts";
import { visitorIn } from "./support/visitors.ts";

let server: InboxServer;
let conversationId: string;
let browsers: Record<"anonymous" | "agent" | "admin", Browser>;

beforeAll(async () => {
  const notificationTools = {
    state: async () => ({ last: [], unreachable: [] }),
    test: async () => "Taken.",
  };
  server = await openInboxServer({ firstAdmin: admin, given: { notificationTools } });
  conversationId = await visitorIn(server.conversations, "Maria").asksForAPerson();
  browsers = {
    anonymous: openBrowser(server),
    agent: await signedInAgent(server, "Ben"),
    admin: await signedInAdmin(server),
  };
});

afterAll(() => server.close());

const act = () => ({ id: randomUUID() });
const saying = () => ({ id: randomUUID(), text: "Hello" });
const range = "from=0&to=86400000";

/** Every route: what each kind of person gets. A route that is not here is not proven. */
const routes: [
  method: string,
  path: string,
  anonymous: number,
  agent: number,
  admin: number,
  body?: () => object,
][] = [
  ["GET", "/api/me", 401, 200, 200],
  ["GET", "/api/team", 401, 200, 200],
  ["POST", "/api/team", 401, 403, 422, () => ({})],
  ["DELETE", "/api/team/nobody", 401, 403, 404],
  ["GET", "/api/conversations", 401, 200, 200],
  ["GET", "/api/conversations/:id", 401, 200, 200],
  ["POST", "/api/triggers/test", 401, 403, 200, () => ({ text: "Hello", phrases: [] })],
  ["POST", "/api/triggers/replay", 401, 403, 200, () => ({ phrases: [] })],
  ["POST", "/api/conversations/:id/reply", 401, 200, 200, saying],
  ["POST", "/api/conversations/:id/note", 401, 200, 200, saying],
  ["POST", "/api/conversations/:id/claim", 401, 200, 409, act],
  ["POST", "/api/conversations/:id/hand-back", 401, 200, 200, act],
  ["POST", "/api/conversations/:id/close", 401, 200, 200, act],
  ["POST", "/api/conversations/:id/reopen", 401, 200, 200, act],
  ["POST", "/api/conversations/:id/assign", 401, 404, 404, () => ({ ...act(), to: "nobody" })],
  ["POST", "/api/conversations/:id/files", 401, 404, 404],
  ["GET", "/api/conversations/:id/delivery", 401, 200, 200],
  ["GET", "/api/conversations/:id/slack", 401, 404, 404],
  ["POST", "/api/conversations/:id/retry", 401, 200, 200],
  ["GET", "/api/settings", 401, 200, 200],
  ["PUT", "/api/settings", 401, 403, 200, () => ({})],
  ["GET", "/api/settings/notifications", 401, 403, 200],
  ["POST", "/api/settings/notifications/test", 401, 403, 422, () => ({ way: "email", recipient: "nobody" })],
  ["PUT", "/api/sites/default", 401, 403, 200, () => ({ origins: [] })],
  ["GET", "/api/settings/slack-workspaces", 401, 403, 200],
  ["POST", "/api/settings/slack-workspaces/T1/approve", 401, 403, 404],
  ["DELETE", "/api/settings/slack-workspaces/T1", 401, 403, 404],
  ["GET", "/api/knowledge", 401, 200, 200],
  ["GET", "/api/knowledge/count", 401, 200, 200],
  ["GET", "/api/knowledge/search?question=returns", 401, 200, 200],
  ["GET", "/api/knowledge/articles/none", 401, 404, 404],
  ["POST", "/api/knowledge/articles", 401, 403, 201, () => ({ kind: "page", title: "A", text: "B" })],
  ["PUT", "/api/knowledge/articles/none", 401, 403, 404, () => ({ kind: "page", title: "A", text: "B" })],
  ["DELETE", "/api/knowledge/articles/none", 401, 403, 404],
  ["POST", "/api/knowledge/articles/none/refresh", 401, 403, 404],
  ["POST", "/api/knowledge/pages", 401, 403, 422, () => ({ urls: "" })],
  ["POST", "/api/knowledge/proposals/none/approve", 401, 404, 404, () => ({})],
  ["POST", "/api/knowledge/proposals/none/reject", 401, 404, 404],
  ["GET", `/api/analytics?${range}`, 401, 200, 200],
  ["GET", "/api/export.csv", 401, 200, 200],
  ["GET", "/api/export.jsonl", 401, 200, 200],
  ["POST", "/api/setup", 422, 422, 422, () => ({})],
  ["GET", "/api/invitation?token=made-up", 410, 410, 410],
  ["POST", "/api/join", 422, 422, 422, () => ({})],
  ["GET", "/api/elsewhere", 404, 404, 404],
];

describe.each(routes)("%s %s", (method, path, anonymous, agent, admin, body) => {
  test.each([
    ["anonymous", anonymous],
    ["agent", agent],
    ["admin", admin],
  ] as const)(`answers %s with %i`, async (who, status) => {
    const answer = await browsers[who].request(method, path.replace(":id", conversationId), body?.());
    expect(answer.status).toBe(status);
    if (status >= 400) expect(answer.body.error.message).toMatch(/^[A-Z].+\.$/);
    else expect(answer.headers.get("cache-control")).toBe("no-store");
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
