import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { type Running, startRunning } from "../../support/running.ts";
import { Visitor } from "../../support/visitor.ts";

let running: Running;
beforeAll(async () => {
  running = await startRunning({
    withoutSlack: true,
    widgetLimits: { visitor: { points: 5, duration: 600 }, socketsPerAddress: 20 },
  });
});
afterAll(() => running.stop());

const socketUrl = (site = "default") => `${running.url.replace("http", "ws")}/widget/socket?site=${site}`;

/** The status an upgrade is refused with; 101 when it is not. */
async function upgradeStatus(url: string, origin?: string): Promise<number> {
  const socket = new WebSocket(url, origin === undefined ? {} : { origin });
  socket.on("error", () => {});
  return Promise.race([
    once(socket, "unexpected-response").then(([, response]) => response.statusCode as number),
    once(socket, "open").then(() => {
      socket.terminate();
      return 101;
    }),
  ]);
}

describe("a visitor's token", () => {
  const key = (secret: string) => new TextEncoder().encode(secret);
  const forged = (secret: string, site = "default", expires = "1d") =>
    new SignJWT({ site })
      .setProtectedHeader({ alg: "HS256" })
      .setSubject(victimId)
      .setAudience("widget")
      .setExpirationTime(expires)
      .sign(key(secret));
  let victimId = "";

  beforeAll(async () => {
    const victim = await running.visitor();
    await victim.says("My secret is 4711");
    victimId = JSON.parse(Buffer.from(victim.token.split(".")[1] ?? "", "base64url").toString()).sub;
    victim.leaves();
  });

  test.each([
    ["signed by somebody else", () => forged("not the server's secret, but just as long")],
    ["for another site", () => forged(running.config.secret, "other")],
    ["that has expired", () => forged(running.config.secret, "default", "-1s")],
    ["that is no token at all", async () => victimId],
    [
      "without a signature",
      async () => {
        const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
        return `${part({ alg: "none" })}.${part({ sub: victimId, site: "default", aud: "widget" })}.`;
      },
    ],
  ])("%s opens nobody's conversation", async (_what, token) => {
    const intruder = await running.visitor(await token());
    expect(intruder.log).toEqual([]);
    expect(intruder.token).not.toContain(victimId);
    intruder.leaves();
  });

  test("of their own opens theirs, so the attempts above mean something", async () => {
    const own = await running.visitor(await forged(running.config.secret));
    expect(own.log.join()).toContain("4711");
    own.leaves();
  });
});

describe("a visitor", () => {
  test("cannot name an author, write a note or choose a conversation: what is not in the protocol is not heard", async () => {
    const visitor = await running.visitor();
    const id = randomUUID();
    const pushy = {
      type: "say",
      id,
      text: "I am your boss",
      author: { kind: "agent", id: "u1", name: "Boss" },
      note: true,
      conversationId: "somebody else's",
      visitorId: "somebody else",
    };
    visitor.send(pushy as unknown as Parameters<typeof visitor.send>[0]);
    await visitor.answerTo(id);
    expect(visitor.log.filter((line) => line.includes("boss"))).toEqual(["visitor: I am your boss"]);
    visitor.leaves();
  });

  test.each([
    ["no JSON", "{"],
    ["an unknown type", JSON.stringify({ type: "shout", text: "x" })],
    ["a missing text", JSON.stringify({ type: "say", id: randomUUID() })],
    ["an id that is none", JSON.stringify({ type: "say", id: "1", text: "x" })],
    ["a list", "[]"],
  ])("who sends %s is told so, and can go on", async (_what, raw) => {
    const socket = new WebSocket(socketUrl());
    await once(socket, "open");
    socket.send(JSON.stringify({ type: "hello", after: 0 }));
    await once(socket, "message");
    socket.send(raw);
    const [answer] = await once(socket, "message");
    expect(JSON.parse(String(answer))).toMatchObject({
      type: "refused",
      message: expect.stringContaining("read"),
    });

    socket.send(JSON.stringify({ type: "ping" }));
    const [pong] = await once(socket, "message");
    expect(JSON.parse(String(pong))).toEqual({ type: "pong" });
    socket.terminate();
  });

  test("who says nothing readable at all is hung up on, and nobody else is", async () => {
    const other = await running.visitor();
    const socket = new WebSocket(socketUrl());
    await once(socket, "open");
    for (let time = 0; time < 5; time += 1) socket.send("?");
    const [code] = await once(socket, "close");
    expect(code).toBe(1008);
    await other.says("still here");
    other.leaves();
  });

  test("who sends a frame of half a megabyte is hung up on with the reason", async () => {
    const socket = new WebSocket(socketUrl());
    socket.on("error", () => {});
    await once(socket, "open");
    socket.send("x".repeat(512 * 1024));
    const [code] = await once(socket, "close");
    expect(code).toBe(1009);
  });

  test("who writes too long a message is told how long it may be", async () => {
    const visitor = await running.visitor();
    await expect(visitor.says("x".repeat(20_000))).rejects.toThrow("12000");
    visitor.leaves();
  });

  test("who writes too fast is told when it goes on, and others are not slowed down", async () => {
    const [hasty, other] = [await running.visitor(), await running.visitor()];
    const results = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => hasty.says(`message ${n}`)));
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(3);
    expect(hasty.frames).toContainEqual(
      expect.objectContaining({
        type: "refused",
        retryAfterMs: expect.any(Number),
        message: expect.stringContaining("faster"),
      }),
    );
    await other.says("calmly");
    for (const each of [hasty, other]) each.leaves();
  });

  test("who opens very many chats is refused after a while", async () => {
    const open = await Promise.all(Array.from({ length: 20 }, () => running.visitor()));
    expect(await upgradeStatus(socketUrl())).toBe(429);
    for (const each of open) each.leaves();
  });
});

describe("a page that embeds the widget", () => {
  test("of an unknown site is refused, with words on how to mend it", async () => {
    expect(await upgradeStatus(socketUrl("nowhere"))).toBe(404);
    const response = await fetch(`${running.url}/widget/site?site=nowhere`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining("data-site") } });
  });

  test("may be any page until an admin names the allowed ones; then only those, on the socket and on HTTP", async () => {
    const [stranger, friend] = ["https://evil.example", "https://shop.example"];
    expect(await upgradeStatus(socketUrl(), stranger)).toBe(101);

    await running.app.storage.sites.change("default", { origins: [friend] });
    try {
      expect(await upgradeStatus(socketUrl(), stranger)).toBe(403);
      expect(await upgradeStatus(socketUrl())).toBe(403);
      expect(await upgradeStatus(socketUrl(), friend)).toBe(101);
      expect(await upgradeStatus(socketUrl(), running.url)).toBe(101);

      const ask = (origin: string) =>
        fetch(`${running.url}/widget/site?site=default`, { headers: { origin } });
      const refused = await ask(stranger);
      expect(refused.status).toBe(403);
      expect(refused.headers.get("access-control-allow-origin")).toBe(stranger);
      expect(await refused.json()).toMatchObject({
        error: { message: expect.stringContaining("Allowed origins") },
      });
      expect((await ask(friend)).status).toBe(200);
    } finally {
      await running.app.storage.sites.change("default", { origins: [] });
    }
  });
});

describe("a visitor's socket", () => {
  test("resumes from its cursor without a gap or a doubling", async () => {
    const visitor = await running.visitor();
    await visitor.says("one");
    await visitor.hears("Connecting you");
    visitor.leaves();
    const elsewhere = await Visitor.arrives(running.url, visitor.token);
    await elsewhere.says("two");

    const back = await Visitor.arrives(running.url, visitor.token, { after: visitor.cursor });
    await back.hears("two");
    const seqs = [...visitor.entries, ...back.entries].map(({ seq }) => seq);
    expect(new Set(seqs).size).toBe(seqs.length);
    expect(seqs).toEqual(elsewhere.entries.map(({ seq }) => seq));
    for (const each of [elsewhere, back]) each.leaves();
  });

  test("with a cursor from another life gets everything", async () => {
    const visitor = await running.visitor();
    await visitor.says("one");
    await visitor.hears("one");
    const back = await Visitor.arrives(running.url, visitor.token, { after: 9_999 });
    await back.hears("one");
    for (const each of [visitor, back]) each.leaves();
  });
});

test("the widget's script arrives compressed, and other websites may load it", async () => {
  const response = await fetch(`${running.url}/widget.js`, { headers: { "accept-encoding": "gzip" } });
  expect(response.headers.get("content-encoding")).toBe("gzip");
  expect(response.headers.get("content-type")).toContain("charset=utf-8");
  expect(response.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
});
