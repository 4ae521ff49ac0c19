import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "../support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "../support/inbox-server.ts";
import { signedInAdmin } from "../support/members.ts";

let server: InboxServer;
let ana: Browser;

beforeAll(async () => {
  server = await openInboxServer({ firstAdmin: admin });
  ana = await signedInAdmin(server);
});

afterAll(() => server.close());

const change = (body: object) => ana.request("PUT", "/api/settings", body);

test("what an admin changes is kept, and the log says who changed it", async () => {
  const { body } = await change({ liveHandoff: false, triggerPhrases: ["get me a person"] });
  expect(body.settings).toMatchObject({ liveHandoff: false, triggerPhrases: ["get me a person"] });
  expect((await ana.get("/api/settings")).body.settings).toEqual(body.settings);
  expect(body.changes).toContainEqual(
    expect.objectContaining({ key: "liveHandoff", before: true, after: false, by: "Ana" }),
  );
});

test("each wrong field is named, with the value that is wrong, and nothing is saved", async () => {
  const { status, body } = await change({
    greeting: "Welcome!",
    emailRecipients: ["ana@example.com", "nobody"],
    smsRecipients: ["123"],
  });
  expect(status).toBe(422);
  expect(body.error.fields).toEqual({
    emailRecipients: ["“nobody” is not an email address."],
    smsRecipients: ["“123” is not a phone number such as +14155550123."],
  });
  expect((await ana.get("/api/settings")).body.settings.greeting).not.toBe("Welcome!");
});

test("a setting that does not exist is refused by its name", async () => {
  const { status, body } = await change({ greetings: "Hello" });
  expect(status).toBe(422);
  expect(body.error.fields).toEqual({ greetings: ["There is no setting “greetings”."] });
});

test("phone numbers are kept the way they are dialled", async () => {
  const { body } = await change({ smsRecipients: ["+1 (415) 555-0123"] });
  expect(body.settings.smsRecipients).toEqual(["+14155550123"]);
});

test("ways of telling people that are not connected are said to be so", async () => {
  expect((await ana.get("/api/settings")).body.notifications).toEqual({ email: false, sms: false });
});

test("two admins who change different things at the same moment take nothing back from each other", async () => {
  await Promise.all([
    change({ greeting: "Hello!" }),
    change({ holdSeconds: 5 }),
    change({ guestsMayReply: true }),
  ]);
  expect((await ana.get("/api/settings")).body.settings).toMatchObject({
    greeting: "Hello!",
    holdSeconds: 5,
    guestsMayReply: true,
  });
});

test("the team goes away until a time in its own words, and comes back", async () => {
  await change({ hours: { timeZone: "Europe/Berlin", week: [], holidays: [] } });
  const away = await ana.request("PUT", "/api/settings/away", { until: "tomorrow 9:00" });
  expect(away.body.availability).toEqual({
    isOpen: false,
    reason: "away",
    opensAt: Date.parse("2026-03-03T08:00Z"),
    words: "Away until Tuesday 09:00 (Europe/Berlin).",
  });
  const back = await ana.request("DELETE", "/api/settings/away");
  expect(back.body.availability.isOpen).toBe(true);
  expect(back.body.changes[0]).toMatchObject({ key: "awayUntil", after: 0, by: "Ana" });
});

test("a time nobody understands is said so at its field", async () => {
  const { status, body } = await ana.request("PUT", "/api/settings/away", { until: "after lunch" });
  expect(status).toBe(422);
  expect(body.error.fields.until).toEqual([expect.stringContaining("“after lunch” is not understood.")]);
});
