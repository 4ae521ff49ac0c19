import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, openBrowser } from "../channels/inbox/support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "../channels/inbox/support/inbox-server.ts";
import { openLetterbox, tokenIn } from "../channels/inbox/support/letterbox.ts";
import { clientId, openSigningSlack, type SigningSlack, team } from "./slack/signing-slack.ts";

const password = "a long enough password";
const letterbox = openLetterbox();
const cameIn: unknown[] = [];

let slack: SigningSlack;
let server: InboxServer;
let ana: Browser;

beforeAll(async () => {
  slack = await openSigningSlack();
  server = await openInboxServer({
    firstAdmin: admin,
    mailer: letterbox.mailer,
    slack: {
      ...{ clientId, clientSecret: "secret", apiUrl: slack.apiUrl },
      isConnected: async (id) => id === team,
      cameIn: (somebody) => void cameIn.push(somebody),
    },
  });
  ana = openBrowser(server);
  await ana.signIn(admin.email, admin.password);
});

afterAll(async () => {
  await server.close();
  await slack.close();
});

const addressOf = (name: string) => `${name.toLowerCase()}@example.com`;

/** Invited; returns the link's secret part as an admin sees it, and as it was mailed. */
async function invited(name: string) {
  const { body } = await ana.post("/api/team", { name, email: addressOf(name), role: "agent" });
  const mail = letterbox.to(addressOf(name)).at(-1) ?? expect.fail("it was sent");
  return { handedOver: new URL(body.link).searchParams.get("token") ?? "", mailed: tokenIn(mail) };
}

const joins = (name: string, token: string) =>
  openBrowser(server).post("/api/join", { token, name, password });

async function member(name: string) {
  const { body } = await ana.get("/api/team");
  return body.members.find(({ email }: { email: string }) => email === addressOf(name));
}

test("whoever follows the link that was mailed has shown that the address is theirs", async () => {
  const { mailed, handedOver } = await invited("Ben");
  expect(mailed).not.toBe(handedOver);
  expect((await openBrowser(server).get(`/api/invitation?token=${mailed}`)).body).toMatchObject({
    name: "Ben",
  });
  expect((await joins("Ben", mailed)).status).toBe(201);
  expect(await member("Ben")).toMatchObject({ isConfirmed: true });
});

test("whoever was handed a link has not, and cannot make the mailed one of it", async () => {
  const { handedOver } = await invited("Cleo");
  const another = await invited("Dora");
  const [, sign] = another.mailed.split(".");
  expect((await joins("Cleo", `${handedOver}.${sign}`)).status).toBe(201);
  expect(await member("Cleo")).toMatchObject({ isConfirmed: false });
  expect((await joins("Dora", another.handedOver)).status).toBe(201);
  expect(await member("Dora")).toMatchObject({ isConfirmed: false });
});

test("a new password by a mailed link shows it, and one by an admin's link does not", async () => {
  const { id } = await member("Cleo");
  const { body } = await ana.post(`/api/team/${id}/reset-link`);
  const byAdmin = new URL(body.link).searchParams.get("token");
  const set = (token: unknown) =>
    openBrowser(server).post("/api/password/new", { token, password: "another long password" });
  expect((await set(byAdmin)).status).toBe(204);
  expect(await member("Cleo")).toMatchObject({ isConfirmed: false });

  await openBrowser(server).post("/api/password/forgotten", { email: addressOf("Cleo") });
  const isReset = ({ tag }: { tag?: string | undefined }) => tag === "password-reset";
  await expect.poll(() => letterbox.to(addressOf("Cleo")).some(isReset)).toBe(true);
  const mail = letterbox.to(addressOf("Cleo")).find(isReset) ?? expect.fail("it was sent");
  expect((await set(tokenIn(mail))).status).toBe(204);
  expect(await member("Cleo")).toMatchObject({ isConfirmed: true });
});

test("Slack shows it of whoever signs in, and says who they are there", async () => {
  const { handedOver } = await invited("Eva");
  await joins("Eva", handedOver);
  const eva = openBrowser(server);
  const asked = new URL((await eva.get("/api/auth/slack")).headers.get("location") ?? "").searchParams;
  const [nonce, state] = [asked.get("nonce"), asked.get("state") ?? ""];
  const code = slack.grant({ nonce, email: addressOf("Eva"), "https://slack.com/user_id": "UEVA" });
  await eva.get(`/api/auth/slack/callback?${new URLSearchParams({ code, state })}`);
  expect(await member("Eva")).toMatchObject({ isConfirmed: true });
  expect(cameIn).toEqual([{ team, user: "UEVA", email: addressOf("Eva") }]);
});

test("an admin vouches for an address, and nobody else does", async () => {
  const { id } = await member("Dora");
  const dora = openBrowser(server);
  await dora.signIn(addressOf("Dora"), password);
  expect((await dora.post(`/api/team/${id}/confirm`)).status).toBe(403);
  expect(await member("Dora")).toMatchObject({ isConfirmed: false });
  expect((await ana.post(`/api/team/${id}/confirm`)).status).toBe(200);
  expect(await member("Dora")).toMatchObject({ isConfirmed: true });
});

test("whoever sets a server up is known to be who they are", async () => {
  const { body } = await ana.get("/api/team");
  expect(body.members.find(({ email }: { email: string }) => email === admin.email).isConfirmed).toBe(true);
});
