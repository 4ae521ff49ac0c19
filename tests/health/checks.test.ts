import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { lookAtAssistant } from "../../src/health/checks/assistant.ts";
import { lookAtDataFolder } from "../../src/health/checks/data-folder.ts";
import { lookAtDeliveries } from "../../src/health/checks/deliveries.ts";
import { lookAtEmail } from "../../src/health/checks/email.ts";
import { lookAtPeople } from "../../src/health/checks/people.ts";
import { lookAtPublicUrl } from "../../src/health/checks/public-url.ts";
import { lookAtRedis } from "../../src/health/checks/redis.ts";
import { lookAtSites } from "../../src/health/checks/sites.ts";
import { lookAtSms } from "../../src/health/checks/sms.ts";
import { createSettings } from "../../src/settings/index.ts";
import { Settings } from "../../src/settings/schema.ts";

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cleanUps.push(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json =
  (body: object, status = 200): RequestListener =>
  (_request, response) =>
    response
      .writeHead(status, { "content-type": "application/json", connection: "close" })
      .end(JSON.stringify(body));

const settings = (values: Partial<Settings> = {}) => ({ current: async () => Settings.parse(values) });

describe("the public address", () => {
  const look = (publicUrl: string, more = {}) =>
    lookAtPublicUrl({ publicUrl, hasSlackOverHttp: false, isOutside: false, ...more }).look();

  test("leads here", async () => {
    const found = await look(await serve(json({ status: "ok" })));
    expect(found).toMatchObject({ state: "ok", detail: expect.stringContaining("for this machine only") });
  });

  test("is not https, which Slack insists on", async () => {
    const found = await look(await serve(json({ status: "ok" })), { hasSlackOverHttp: true });
    expect(found).toMatchObject({ state: "warn", detail: expect.stringContaining("SLACK_APP_TOKEN") });
  });

  test("leads to something else", async () => {
    const found = await look(await serve(json({ hello: "world" }, 404)));
    expect(found).toMatchObject({
      state: "warn",
      detail: expect.stringMatching(/Something else answers .* 404/),
    });
  });

  test("leads on to another address", async () => {
    const real = await serve(json({ status: "ok" }));
    const old = await serve((_request, response) =>
      response.writeHead(302, { location: `${real}/healthz` }).end(),
    );
    expect(await look(old)).toMatchObject({
      state: "warn",
      detail: expect.stringContaining(`Set PUBLIC_URL to that`),
    });
  });

  test("leads nowhere: to the server that is worth a look, from outside it is not started", async () => {
    const nowhere = "http://127.0.0.1:1";
    expect(await look(nowhere)).toMatchObject({ state: "warn" });
    expect(await look(nowhere, { isOutside: true })).toMatchObject({
      state: "off",
      detail: expect.stringContaining("npm start"),
    });
  });
});

describe("the data folder", () => {
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), "doctor-"));
    cleanUps.push(() => rmSync(made, { recursive: true, force: true }));
    return made;
  };
  const look = (path: string) => lookAtDataFolder({ folder: path, newId: () => "1" }).look();

  test("can be written to, and nothing of the try stays", async () => {
    const path = folder();
    expect(["ok", "warn"]).toContain((await look(path)).state);
    expect(readdirSync(path)).toEqual([]);
  });

  test("cannot be made where a file is in the way", async () => {
    const path = join(folder(), "file");
    writeFileSync(path, "");
    expect(await look(path)).toMatchObject({ state: "broken", detail: expect.stringContaining("DATA_DIR") });
  });
});

describe("deliveries", () => {
  const look = (
    depth: { listener: string; waiting: number; dead: number }[],
    troubles: {
      listener: string;
      conversationId: string;
      attempts: number;
      deadAt?: number;
      error: string;
    }[] = [],
  ) => lookAtDeliveries({ lanes: { depth: async () => depth, troubles: async () => troubles } }).look();
  const trouble = { listener: "slack", conversationId: "1", attempts: 2, error: "Slack is down" };

  test("that were given up are broken, with the reason", async () => {
    const found = await look([{ listener: "slack", waiting: 1, dead: 2 }], [{ ...trouble, deadAt: 1 }]);
    expect(found.state).toBe("broken");
    expect(found.detail).toMatch(/^Given up for 2 conversations: 2 to slack\. .*\(slack\): Slack is down\. /);
  });

  test("that are tried again are worth a look", async () => {
    const found = await look([{ listener: "slack", waiting: 1, dead: 0 }], [trouble]);
    expect(found).toEqual({
      state: "warn",
      detail: "Being tried again: 1 to slack. The last reason (slack): Slack is down.",
    });
  });

  test("under way are fine, and so are none", async () => {
    expect(await look([{ listener: "slack", waiting: 3, dead: 0 }])).toMatchObject({ state: "ok" });
    expect(await look([])).toMatchObject({ state: "ok", detail: "Everything has been delivered." });
  });
});

describe("email", () => {
  const look = (apiUrl: string | undefined, values: Partial<Settings> = {}) =>
    lookAtEmail({
      postmark: apiUrl === undefined ? undefined : { token: "t", from: "a@b.example", apiUrl: `${apiUrl}/` },
      settings: settings(values),
    }).look();

  test("is off without a provider, unless notifications were switched on", async () => {
    expect(await look(undefined)).toMatchObject({ state: "off" });
    expect(await look(undefined, { emailNotifications: true })).toMatchObject({ state: "warn" });
  });

  test("is asked of Postmark with the token, and nothing is sent", async () => {
    const asked: unknown[] = [];
    const url = await serve((request, response) => {
      asked.push([request.method, request.url, request.headers["x-postmark-server-token"]]);
      json({ Name: "Chat", DeliveryType: "Live" })(request, response);
    });
    expect(await look(url)).toMatchObject({ state: "ok", detail: expect.stringContaining("a@b.example") });
    expect(asked).toEqual([["GET", "/server", "t"]]);
  });

  test.each([
    [json({ Message: "no" }, 401), "broken", "POSTMARK_SERVER_TOKEN"],
    [json({}, 503), "broken", "503"],
    [json({ DeliveryType: "Sandbox" }), "warn", "sandbox"],
  ] as const)("says what Postmark's answer means (%#)", async (listener, state, words) => {
    expect(await look(await serve(listener))).toMatchObject({
      state,
      detail: expect.stringContaining(words),
    });
  });

  test("that would reach nobody is worth a look", async () => {
    const url = await serve(json({ DeliveryType: "Live" }));
    expect(await look(url, { emailNotifications: true })).toMatchObject({ state: "warn" });
  });
});

test("SMS is off without a provider, unless notifications were switched on; with one, Twilio is asked", async () => {
  const twilio = { accountSid: "AC1", authToken: "secret", from: "+14155550100" };
  const asked: [string, unknown][] = [];
  const look = (answer: Response | undefined, values: Partial<Settings> = {}, isSet = true) =>
    lookAtSms({
      twilio: isSet ? twilio : undefined,
      settings: settings(values),
      fetch: async (url, options) => {
        asked.push([String(url), options?.headers]);
        if (!answer) throw new TypeError("fetch failed");
        return answer;
      },
    }).look();
  const on = { smsNotifications: true };
  expect(await look(undefined, {}, false)).toMatchObject({ state: "off" });
  expect(await look(undefined, on, false)).toMatchObject({ state: "warn" });
  expect(asked).toEqual([]);
  expect(await look(Response.json({ status: "active" }))).toMatchObject({ state: "ok" });
  expect(asked).toEqual([
    [
      "https://api.twilio.com/2010-04-01/Accounts/AC1.json",
      { Authorization: `Basic ${Buffer.from("AC1:secret").toString("base64")}` },
    ],
  ]);
  expect(await look(Response.json({ status: "active" }), on)).toMatchObject({ state: "warn" });
  expect(await look(Response.json({ status: "suspended" }))).toMatchObject({ state: "broken" });
  expect(await look(new Response("", { status: 401 }))).toMatchObject({
    state: "broken",
    detail: expect.stringContaining("TWILIO_AUTH_TOKEN"),
  });
  expect(await look(undefined)).toMatchObject({ state: "broken" });
});

test("Redis that does not answer is broken; none is off", async () => {
  expect(await lookAtRedis(undefined).look()).toMatchObject({ state: "off" });
  expect(await lookAtRedis("redis://127.0.0.1:1").look()).toMatchObject({ state: "broken" });
});

test("the assistant is asked, and what its model says against it is told", async () => {
  const model = (reply: () => Promise<unknown>) => ({ name: "Gemini (one)", reply });
  expect(await lookAtAssistant(undefined).look()).toMatchObject({ state: "off" });
  expect(await lookAtAssistant(model(async () => ({}))).look()).toMatchObject({ state: "ok" });
  const failing = model(() => Promise.reject(new Error("API key not valid")));
  expect(await lookAtAssistant(failing).look()).toMatchObject({
    state: "broken",
    detail: expect.stringMatching(/API key not valid.*GEMINI_API_KEY/),
  });
});

test("a site whose widget anybody may show is worth a look", async () => {
  const site = {
    key: "default",
    name: "Shop",
    slack: undefined,
    look: { accent: "", side: "right" as const },
    keepDays: 0,
  };
  const look = (origins: string[]) =>
    lookAtSites({ sites: { list: async () => [{ ...site, origins }] } }).look();
  expect(await look([])).toMatchObject({ state: "warn", detail: expect.stringContaining("“Shop”") });
  expect(await look(["https://shop.example"])).toMatchObject({ state: "ok" });
});

test("away and switched off are no faults", async () => {
  const look = (values: Partial<Settings>) => {
    const store = {
      all: async () => values,
      save: async () => {},
      note: async () => {},
      log: async () => [],
    };
    return lookAtPeople({ settings: createSettings({ store, now: () => 1_000 }) }).look();
  };
  expect(await look({})).toMatchObject({ state: "ok" });
  expect(await look({ awayUntil: 60_000 })).toMatchObject({
    state: "off",
    detail: expect.stringMatching(/^Away/),
  });
  expect(await look({ liveHandoff: false })).toMatchObject({ state: "off" });
});
