import nock from "nock";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createMedia } from "../../../src/channels/sms/media.ts";
import { type Cabinet, openCabinet } from "../../files/support/cabinet.ts";
import { quietLog } from "../../support/quiet-log.ts";

const whose = { siteKey: "default", visitorId: "v1" };
const path = "/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1";
const url = `https://api.twilio.com${path}`;
const sms = (...urls: string[]) => ({
  ...{ id: "MM1", from: "+14155550177", text: "" },
  media: urls.map((one) => ({ url: one, mime: "text/plain" })),
});
let cabinet: Cabinet;
let media: ReturnType<typeof createMedia>;

beforeEach(async () => {
  cabinet = await openCabinet();
  media = createMedia({ accountSid: "AC1", authToken: "secret", files: cabinet.files, log: quietLog() });
  nock.disableNetConnect();
});
afterEach(async () => {
  nock.cleanAll();
  nock.enableNetConnect();
  await cabinet.close();
});

test("a picture of an MMS is fetched with the account's credentials, which its store is not shown", async () => {
  const api = nock("https://api.twilio.com")
    .get(path)
    .basicAuth({ user: "AC1", pass: "secret" })
    .reply(307, undefined, { location: "https://mms.twiliocdn.com/AC1/x" });
  const store = nock("https://mms.twiliocdn.com", { badheaders: ["authorization"] })
    .get("/AC1/x")
    .reply(200, "hi");
  const { kept, lost } = await media.kept(sms(url), whose);
  expect(kept).toMatchObject([{ name: "mms-1.plain", size: 2 }]);
  expect(lost).toEqual([]);
  api.done();
  store.done();
});

test("what cannot be fetched is told of in words, and the rest is kept", async () => {
  nock("https://api.twilio.com").get(path).reply(200, "hi");
  nock("https://api.twilio.com").get(`${path}2`).reply(404);
  const { kept, lost } = await media.kept(sms(`${url}2`, url), whose);
  expect(kept).toHaveLength(1);
  expect(lost).toEqual(["[A file could not be fetched.]"]);
});

test("nothing is fetched from anywhere else, whoever signed it", async () => {
  const { kept, lost } = await media.kept(sms("http://169.254.169.254/latest", "no address"), whose);
  expect(kept).toEqual([]);
  expect(lost).toEqual(["[2 files could not be fetched.]"]);
});
