import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";

const folder = mkdtempSync(join(tmpdir(), "handoff-config-"));
afterAll(() => rmSync(folder, { recursive: true }));
const withData = (environment: Record<string, string> = {}) =>
  readConfig({ DATA_DIR: folder, ...environment });

describe("the configuration", () => {
  test("needs nothing: everything has a default", () => {
    expect(withData()).toMatchObject({
      port: 3000,
      publicUrl: "http://localhost:3000",
      databaseUrl: `file:${join(folder, "handoff.db")}`,
      slack: undefined,
      gemini: undefined,
      postmark: undefined,
    });
  });

  test("makes a secret once, keeps it, and lets nobody else read it", () => {
    const { secret } = withData();
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(withData().secret).toBe(secret);
    expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, "secret"), "utf8").trim()).toBe(secret);
  });

  test("takes an empty variable for one that is not set", () => {
    expect(withData({ SLACK_BOT_TOKEN: "", PUBLIC_URL: " " })).toMatchObject({ slack: undefined });
  });

  test("leaves the slash off the public address", () => {
    expect(withData({ PUBLIC_URL: "https://chat.example.com/" }).publicUrl).toBe("https://chat.example.com");
  });

  const slack = {
    SLACK_BOT_TOKEN: "xoxb-1",
    SLACK_SIGNING_SECRET: "abc",
    SLACK_CHANNEL: "#support",
  };

  test("takes Slack over HTTP, or in Socket Mode without a signing secret", () => {
    expect(withData(slack).slack).toMatchObject({ botToken: "xoxb-1", channel: "#support" });
    const { SLACK_SIGNING_SECRET: _, ...socketMode } = { ...slack, SLACK_APP_TOKEN: "xapp-1" };
    expect(withData(socketMode).slack).toMatchObject({ appToken: "xapp-1", signingSecret: undefined });
  });

  test.each(Object.keys(slack))("refuses a Slack set-up without %s, and says where to find it", (name) => {
    const half = Object.fromEntries(Object.entries(slack).filter(([key]) => key !== name));
    expect(() => withData(half)).toThrow(new RegExp(`${name} is missing.*(Slack|channel)`));
  });

  const oauth = { SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: "def", SLACK_SIGNING_SECRET: "abc" };

  test("lets workspaces install the app, beside a bot token or without one", () => {
    const credentials = { clientId: "1.2", clientSecret: "def" };
    expect(withData(oauth).slack).toMatchObject({ botToken: undefined, oauth: credentials });
    expect(withData({ ...slack, ...oauth }).slack).toMatchObject({ botToken: "xoxb-1", oauth: credentials });
    expect(withData(slack).slack?.oauth).toBeUndefined();
    const { SLACK_SIGNING_SECRET: _, ...socketMode } = { ...oauth, SLACK_APP_TOKEN: "xapp-1" };
    expect(withData(socketMode).slack).toMatchObject({ appToken: "xapp-1", oauth: credentials });
  });

  test.each(
    Object.keys(oauth),
  )("refuses an installable app without %s, and says where to find it", (name) => {
    const half = Object.fromEntries(Object.entries(oauth).filter(([key]) => key !== name));
    expect(() => withData(half)).toThrow(new RegExp(`${name} is missing.*Basic Information`));
  });

  test.each([
    ["SLACK_BOT_TOKEN", "xoxp-user-token", "OAuth & Permissions"],
    ["PORT", "http", "number"],
    ["PUBLIC_URL", "chat.example.com", "https://chat.example.com"],
    ["APP_SECRET", "short", "openssl rand"],
    ["ADMIN_PASSWORD", "short", "10 characters"],
    ["ADMIN_EMAIL", "ana", "ana@example.com"],
    ["LOG_LEVEL", "loud", "debug"],
    ["TRUST_PROXY", "perhaps", "on or off"],
  ])("refuses %s=%s with the remedy", (name, value, remedy) => {
    expect(() => withData({ ...(name.startsWith("SLACK") ? slack : {}), [name]: value })).toThrow(
      new RegExp(`${name}.*${remedy.replaceAll(/[.?/]/g, "\\$&")}`),
    );
  });

  test("wants both halves of Postmark, and a sender that is an address", () => {
    const token = { POSTMARK_SERVER_TOKEN: "abc" };
    expect(() => withData(token)).toThrow(/POSTMARK_FROM is missing.*Sender Signatures/);
    expect(() => withData({ POSTMARK_FROM: "a@example.com" })).toThrow(/TOKEN is missing.*API Tokens/);
    const wrong = { ...token, POSTMARK_FROM: "support" };
    expect(() => withData(wrong)).toThrow(/POSTMARK_FROM.*Sender Signatures/);
    const from = "Example Support <support@example.com>";
    expect(withData({ ...token, POSTMARK_FROM: from }).postmark).toMatchObject({ token: "abc", from });
  });

  test("wants all three parts of Twilio, and says where each is found", () => {
    const twilio = {
      TWILIO_ACCOUNT_SID: `AC${"1".repeat(32)}`,
      TWILIO_AUTH_TOKEN: "abc",
      TWILIO_FROM: "+14155550100",
    };
    expect(withData(twilio).twilio).toMatchObject({ authToken: "abc", from: "+14155550100" });
    for (const name of Object.keys(twilio)) {
      const part = Object.fromEntries(Object.entries(twilio).filter(([key]) => key !== name));
      expect(() => withData(part)).toThrow(new RegExp(`${name} is missing`));
    }
    expect(() => withData({ ...twilio, TWILIO_FROM: "4155550100" })).toThrow(/TWILIO_FROM.*\+14155550123/);
    expect(() => withData({ ...twilio, TWILIO_ACCOUNT_SID: "SK1" })).toThrow(/starts with AC/);
  });

  test("wants both halves of the first admin", () => {
    expect(() => withData({ ADMIN_EMAIL: "ana@example.com" })).toThrow("ADMIN_PASSWORD is missing");
    expect(() => withData({ ADMIN_PASSWORD: "correct horse battery" })).toThrow("ADMIN_EMAIL is missing");
  });

  test("says what to do when the data folder cannot be written to", () => {
    const blocked = join(folder, "secret", "data");
    expect(() => readConfig({ DATA_DIR: blocked })).toThrow(/cannot be written to.*DATA_DIR/);
    expect(existsSync(blocked)).toBe(false);
  });
});
