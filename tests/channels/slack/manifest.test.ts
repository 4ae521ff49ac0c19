import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { manifestScopes } from "../../../src/channels/slack/install/scopes.ts";
import { createAppLink, manifestFor } from "../../../src/channels/slack/manifest.ts";
import { createWebApi, scopesOfMethods } from "../../../src/channels/slack/workspace/web-api.ts";
import { startTeam } from "./support.ts";

const folder = new URL("../../../src/channels/slack/", import.meta.url);
const manifest = parse(readFileSync(new URL("../../../manifest.yml", import.meta.url), "utf8"));
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), "utf8") }));
const found = (pattern: RegExp) =>
  sources.flatMap(({ text }) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""));

const scopesOfEvents: Record<string, string[]> = {
  app_home_opened: [],
  app_uninstalled: [],
  channel_archive: ["channels:read"],
  channel_deleted: ["channels:read"],
  channel_left: ["channels:read"],
  channel_unarchive: ["channels:read"],
  emoji_changed: ["emoji:read"],
  file_deleted: ["files:read"],
  group_archive: ["groups:read"],
  group_deleted: ["groups:read"],
  group_left: ["groups:read"],
  group_unarchive: ["groups:read"],
  member_joined_channel: ["channels:read", "groups:read"],
  "message.channels": ["channels:history"],
  "message.groups": ["groups:history"],
  reaction_added: ["reactions:read"],
  tokens_revoked: [],
};

test("the manifest asks for exactly the permissions that are used", () => {
  const events: string[] = manifest.settings.event_subscriptions.bot_events;
  const needed = new Set([
    ...Object.values(scopesOfMethods).flat(),
    ...events.flatMap((event) => scopesOfEvents[event] ?? [`unknown scope of ${event}`]),
    ...(manifest.features.slash_commands.length > 0 ? ["commands"] : []),
  ]);
  expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...needed].sort());
});

test("every Web API method that is called is declared with its permissions, and the other way round", async () => {
  const called = new Set<string>();
  const answer = JSON.stringify({ ok: true, ts: "1.1" });
  const fetch = async (url: string | URL | Request) => {
    called.add(new URL(String(url)).pathname.replace("/api/", ""));
    return new Response(answer, { headers: { "content-type": "application/json" } });
  };
  const quiet = () => {};
  const logger = { debug: quiet, info: quiet, warn: quiet, error: quiet, setLevel: quiet, setName: quiet };
  const api = createWebApi(
    { botToken: "xoxb-1", apiUrl: "http://127.0.0.1:1/api/", fetch },
    { ...logger, getLevel: () => "error" as never },
  );
  const calls = Object.values(api).filter((call) => typeof call === "function");
  for (const call of calls as ((argument: object) => Promise<unknown>)[]) await call({ channel: "C1" });
  expect([...called].sort()).toEqual(Object.keys(scopesOfMethods).sort());
});

test("nothing but the facade calls Slack's Web API", () => {
  const others = sources.filter(({ name }) => name !== "workspace/web-api.ts");
  for (const { name, text } of others)
    expect(text, name).not.toMatch(/\bclient\.(chat|conversations|users|auth|views|files|reactions)\.\w+\(/);
});

test("the commands and events listened to are those of the manifest", () => {
  const { slash_commands, shortcuts } = manifest.features;
  expect(found(/bolt\.command\("([^"]+)"/g)).toEqual(
    slash_commands.map(({ command }: { command: string }) => command),
  );
  const events: string[] = manifest.settings.event_subscriptions.bot_events;
  const names = new Set(events.map((event) => event.replace(/^message\..*/, "message")));
  for (const listened of found(/bolt\.event\(\s*"([^"]+)"/g)) expect(names).toContain(listened);
  for (const name of names)
    expect(found(new RegExp(`[".](${name})["(]`, "g")), `${name} is listened to`).not.toEqual([]);
  for (const { callback_id } of shortcuts)
    expect(found(new RegExp(`\\b(${callback_id})\\b`, "g")), `${callback_id} is listened to`).not.toEqual([]);
  expect(manifest.settings.interactivity.is_enabled).toBe(true);
});

test("every address in the manifest is one that is served", async () => {
  const team = await startTeam({ config: { oauth: { clientId: "1.2", clientSecret: "secret" } } });
  try {
    const urls = [
      ...JSON.stringify(manifest).matchAll(/https:\/\/handoff\.example\.com(\/slack\/[^"]*)/g),
    ].map(([, path]) => path ?? "");
    expect(urls.length).toBeGreaterThanOrEqual(4);
    for (const path of new Set(urls)) {
      const { status } = await fetch(new URL(path, team.eventsUrl), {
        method: path === "/slack/events" ? "POST" : "GET",
        redirect: "manual",
      });
      expect(status, path).not.toBe(404);
    }
  } finally {
    await team.stop();
  }
});

test("a workspace that installs the app is asked for the permissions of the manifest", () => {
  expect(manifestScopes("https://chat.acme.test")).toEqual(manifest.oauth_config.scopes.bot);
});

test("filled in for a server, it names that server only; in Socket Mode, none", () => {
  const served = manifestFor("https://chat.acme.test/", { socketMode: false });
  expect(served).toContain("https://chat.acme.test/slack/events");
  expect(served).not.toContain("handoff.example.com");
  const socket = parse(manifestFor("http://localhost:3000", { socketMode: true }));
  expect(JSON.stringify(socket)).not.toContain("http");
  expect(socket.settings.socket_mode_enabled).toBe(true);
});

test("the link opens Slack with the manifest filled in", () => {
  const link = new URL(createAppLink("https://chat.acme.test"));
  expect(link.href.startsWith("https://api.slack.com/apps?new_app=1&manifest_yaml=")).toBe(true);
  const carried = parse(link.searchParams.get("manifest_yaml") ?? "");
  expect(carried.settings.event_subscriptions.request_url).toBe("https://chat.acme.test/slack/events");
  expect(
    parse(new URL(createAppLink("http://localhost:3000")).searchParams.get("manifest_yaml") ?? "").settings,
  ).toMatchObject({ socket_mode_enabled: true });
});

test("the manifest keeps to Slack's limits", () => {
  expect(manifest.display_information.name.length).toBeLessThanOrEqual(35);
  expect(manifest.display_information.description.length).toBeLessThanOrEqual(140);
});
