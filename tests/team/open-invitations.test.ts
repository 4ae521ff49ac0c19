import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, openBrowser } from "../channels/inbox/support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "../channels/inbox/support/inbox-server.ts";
import { openLetterbox, tokenIn } from "../channels/inbox/support/letterbox.ts";
import { signedInAdmin } from "../channels/inbox/support/members.ts";

let server: InboxServer;
let ana: Browser;
const letterbox = openLetterbox();

beforeAll(async () => {
  server = await openInboxServer({ firstAdmin: admin, mailer: letterbox.mailer });
  ana = await signedInAdmin(server);
});

afterAll(() => server.close());

const invite = (name: string, rights: object = { role: "agent" }) =>
  ana.post("/api/team", { name, email: `${name.toLowerCase()}@example.com`, ...rights });
const open = async () => (await ana.get("/api/team")).body.invitations;
const statusOf = async (token: string) =>
  (await openBrowser(server).get(`/api/invitation?token=${token}`)).status;

test("an invitation goes out by email, in words and as a page, with the link that lets in", async () => {
  const { status, body } = await invite("Ben");
  expect({ status, mail: body.mail }).toEqual({ status: 201, mail: "sent" });
  const [mail] = letterbox.to("ben@example.com");
  expect(mail?.subject).toBe("Ana invites you to answer visitors");
  expect(mail?.text).toContain(body.link);
  expect(mail?.html).toContain(body.link);
  expect(await statusOf(tokenIn(mail ?? { text: "" }))).toBe(200);
});

test("open invitations are listed with who, when and until when, and without their secret", async () => {
  const before = Date.now();
  const { body } = await invite("Cleo", { role: "agent", siteKeys: ["outlet"] });
  const [newest] = await open();
  expect(newest).toMatchObject({
    ...{ name: "Cleo", email: "cleo@example.com", role: "agent", siteKeys: ["outlet"], invitedBy: "Ana" },
  });
  expect(newest.createdAt).toBeGreaterThanOrEqual(before);
  expect(newest.expiresAt - newest.createdAt).toBe(7 * 24 * 60 * 60 * 1000);
  const token = new URL(body.link).searchParams.get("token") ?? "";
  expect(JSON.stringify(await open())).not.toContain(token);
  expect(newest).not.toHaveProperty("tokenHash");
});

test("one that is withdrawn lets nobody in", async () => {
  const { body } = await invite("Dan");
  const [{ id }] = await open();
  expect((await ana.request("DELETE", `/api/team/invitations/${id}`)).status).toBe(204);
  expect(await statusOf(new URL(body.link).searchParams.get("token") ?? "")).toBe(410);
  expect((await open()).map(({ name }: { name: string }) => name)).not.toContain("Dan");
  expect((await ana.request("DELETE", `/api/team/invitations/${id}`)).status).toBe(404);
});

test("sent anew, only the new link lets in", async () => {
  const old = new URL((await invite("Eli")).body.link).searchParams.get("token") ?? "";
  const [{ id }] = await open();
  const { body } = await ana.post(`/api/team/invitations/${id}/renew`);
  const fresh = new URL(body.link).searchParams.get("token") ?? "";
  expect([await statusOf(old), await statusOf(fresh)]).toEqual([410, 200]);
  expect(
    letterbox
      .to("eli@example.com")
      .map(tokenIn)
      .map((token) => token.split(".")[0]),
  ).toEqual([old, fresh]);
});

test("whoever joins works for the sites they were invited for, and the invitation is gone", async () => {
  const { body } = await invite("Fay", { role: "agent", siteKeys: ["outlet"] });
  const token = new URL(body.link).searchParams.get("token") ?? "";
  const joined = await openBrowser(server).post("/api/join", {
    ...{ token, name: "Fay", password: "a long enough password" },
  });
  expect(joined.body.member).toMatchObject({ name: "Fay", siteKeys: ["outlet"] });
  expect((await open()).map(({ name }: { name: string }) => name)).not.toContain("Fay");
});

test("a mail that cannot be sent loses no invitation: the link is there to be passed on", async () => {
  letterbox.breakDown();
  const { status, body } = await invite("Gus");
  expect({ status, mail: body.mail }).toEqual({ status: 201, mail: "failed" });
  expect(await statusOf(new URL(body.link).searchParams.get("token") ?? "")).toBe(200);
});
