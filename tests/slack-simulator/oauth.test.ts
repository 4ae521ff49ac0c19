import { createPublicKey, createVerify } from "node:crypto";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ExpressReceiver, type Installation } from "@slack/bolt";
import { afterEach, expect, test } from "vitest";
import { webClient } from "./bolt-app.ts";
import { type SlackSimulator, startSlackSimulator } from "./index.ts";

let simulator: SlackSimulator;
afterEach(() => simulator.stop());

async function approved(path: string, as = "ana") {
  const query = new URLSearchParams({
    client_id: simulator.clientId,
    redirect_uri: "https://app.example.com/back",
    state: "s1",
    nonce: "n1",
    approve_as: as,
  });
  const response = await fetch(`${simulator.url}${path}?${query}`, { redirect: "manual" });
  return new URL(String(response.headers.get("location"))).searchParams;
}

test("an install trades its code for the bot token, once", async () => {
  simulator = await startSlackSimulator();
  const back = await approved("/oauth/v2/authorize");
  expect(back.get("state")).toBe("s1");
  const access = () =>
    webClient(simulator).oauth.v2.access({
      client_id: simulator.clientId,
      client_secret: simulator.clientSecret,
      code: String(back.get("code")),
    });
  expect(await access()).toMatchObject({
    access_token: simulator.botToken,
    team: { id: simulator.teamId },
    bot_user_id: simulator.botUserId,
    authed_user: { id: simulator.as("ana").userId },
  });
  await expect(access()).rejects.toMatchObject({ data: { error: "invalid_code" } });
});

test("Sign in with Slack gives an identity token that verifies", async () => {
  simulator = await startSlackSimulator();
  const code = String((await approved("/openid/connect/authorize", "ben")).get("code"));
  const { id_token } = await webClient(simulator).openid.connect.token({
    client_id: simulator.clientId,
    client_secret: simulator.clientSecret,
    code,
  });
  const [header, claims, signature] = String(id_token).split(".");
  const { keys } = (await (await fetch(`${simulator.url}/openid/connect/keys`)).json()) as {
    keys: { kty: string }[];
  };
  const key = createPublicKey({ key: keys[0] ?? {}, format: "jwk" });
  expect(
    createVerify("RSA-SHA256").update(`${header}.${claims}`).verify(key, String(signature), "base64url"),
  ).toBe(true);
  expect(JSON.parse(Buffer.from(String(claims), "base64url").toString())).toMatchObject({
    sub: simulator.as("ben").userId,
    email: "ben@example.com",
    nonce: "n1",
    aud: simulator.clientId,
    "https://slack.com/team_id": simulator.teamId,
  });
});

test("the consent page offers the people of the workspace and escapes what it was given", async () => {
  simulator = await startSlackSimulator({ people: [{ name: "eve", realName: "<b>Eve</b>" }] });
  const query = new URLSearchParams({
    client_id: simulator.clientId,
    redirect_uri: "https://app.example.com/back",
    scope: "<script>",
  });
  const page = await (await fetch(`${simulator.url}/oauth/v2/authorize?${query}`)).text();
  expect(page).toContain("Allow as");
  expect(page).not.toMatch(/<script>|<b>Eve/);
});

test("a Bolt app is installed through its own pages", async () => {
  simulator = await startSlackSimulator();
  const installed: Installation[] = [];
  const receiver = new ExpressReceiver({
    signingSecret: simulator.signingSecret,
    clientId: simulator.clientId,
    clientSecret: simulator.clientSecret,
    stateSecret: "state secret",
    scopes: ["chat:write"],
    redirectUri: "https://app.example.com/slack/oauth_redirect",
    installationStore: {
      storeInstallation: async (installation) => void installed.push(installation),
      fetchInstallation: async () => installed[0] as never,
    },
    installerOptions: {
      directInstall: true,
      redirectUriPath: "/slack/oauth_redirect",
      authorizationUrl: `${simulator.url}/oauth/v2/authorize`,
      clientOptions: { slackApiUrl: simulator.apiUrl },
    },
  });
  const server = await new Promise<Server>((resolve) => {
    const listening = receiver.app.listen(0, "127.0.0.1", () => resolve(listening));
  });
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const start = await fetch(`${home}/slack/install`, { redirect: "manual" });
  const consent = await fetch(`${start.headers.get("location")}&approve_as=ana`, { redirect: "manual" });
  const back = new URL(String(consent.headers.get("location")));
  const cookie = String(start.headers.get("set-cookie")).split(";")[0] ?? "";
  expect((await fetch(`${home}${back.pathname}${back.search}`, { headers: { cookie } })).status).toBe(200);
  expect(installed).toMatchObject([
    {
      team: { id: simulator.teamId },
      bot: { token: simulator.botToken, userId: simulator.botUserId },
      appId: simulator.appId,
    },
  ]);
  server.close();
});
