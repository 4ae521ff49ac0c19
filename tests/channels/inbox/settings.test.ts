import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "./support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "./support/inbox-server.ts";
import { signedInAdmin } from "./support/members.ts";

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

test("phone numbers are kept the way they are dialled", async () => {
  const { body } = await change({ smsRecipients: ["+1 (415) 555-0123"] });
  expect(body.settings.smsRecipients).toEqual(["+14155550123"]);
});

test("ways of telling people that are not connected are said to be so", async () => {
  expect((await ana.get("/api/settings")).body.notifications).toEqual({ email: false, sms: false });
});

test("a site's origins are cut down to what browsers send", async () => {
  const { body } = await ana.request("PUT", "/api/sites/default", {
    origins: ["https://Shop.example/cart?x=1", "https://shop.example", "http://localhost:8080/"],
  });
  expect(body.sites[0].origins).toEqual(["https://shop.example", "http://localhost:8080"]);
});

test("what is no origin is refused, and so is a site nobody knows", async () => {
  const wrong = await ana.request("PUT", "/api/sites/default", { origins: ["shop.example"] });
  expect(wrong.body.error.fields.origins).toEqual([
    "“shop.example” is not an origin. Write one such as https://shop.example.",
  ]);
  expect((await ana.request("PUT", "/api/sites/none", { origins: [] })).status).toBe(404);
});
