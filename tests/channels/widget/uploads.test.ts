import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { samples } from "../../files/support/samples.ts";
import { ana } from "../../support/desk.ts";
import { waitFor } from "../../support/patience.ts";
import { type Running, startRunning } from "../../support/running.ts";
import { Visitor } from "../../support/visitor.ts";
import { type Upload, upload, uploaded, wordsOf } from "./support/upload.ts";

const mb = 1024 * 1024;

let running: Running;
beforeAll(async () => {
  running = await startRunning({
    withoutSlack: true,
    widgetLimits: { visitor: { points: 8, duration: 600 } },
  });
});
afterAll(() => running.stop());

const send = (visitor: Visitor, what: Partial<Upload> = {}) =>
  upload({ url: running.url, token: visitor.token, body: new Uint8Array(samples.png), ...what });

/** What lies half written on the server's disk. */
function partial(): string[] {
  const folder = join(running.config.dataDir, "uploads", "partial");
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** A request that says what it will send, and then takes its time. */
function announced(visitor: Visitor, headers: Record<string, string>): ClientRequest {
  return request(`${running.url}/widget/files?site=default`, {
    method: "POST",
    headers: { authorization: `Bearer ${visitor.token}`, "x-file-name": "a", ...headers },
  });
}

describe("a visitor's file", () => {
  test("is taken, and can be opened at the address that comes back", async () => {
    const visitor = await running.visitor();
    const response = await send(visitor, { type: "image/png" });
    expect(response.status).toBe(201);
    const file = await response.json();
    expect(file).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: "cat.png",
      mime: "image/png",
      size: samples.png.length,
      url: expect.stringContaining(`${running.url}/files/`),
      isImage: true,
    });
    const opened = await fetch(file.url);
    expect(Buffer.from(await opened.arrayBuffer())).toEqual(samples.png);
    visitor.leaves();
  });

  test.each([
    ["../../../etc/passwd", "passwd"],
    ["..\\..\\boot.ini", "boot.ini"],
    ["Rechnung – März.pdf", "Rechnung – März.pdf"],
    [`${"x".repeat(500)}.png`, `${"x".repeat(196)}.png`],
    ["", "file"],
  ])("called %s is kept as %s", async (name, kept) => {
    const visitor = await running.visitor();
    expect(await uploaded({ url: running.url, token: visitor.token, name, body: "x" })).toMatchObject({
      name: kept,
    });
    visitor.leaves();
  });

  test.each([
    ["page.html", samples.html, "text/html"],
    ["cat.png", samples.html, "image/png"],
    ["cat.svg", samples.svg, "image/svg+xml"],
  ])("%s that could run a program is never shown as a picture or a page", async (name, content, type) => {
    const visitor = await running.visitor();
    const body = new Uint8Array(content);
    const file = await uploaded({ url: running.url, token: visitor.token, name, body, type });
    expect(file.isImage).toBe(false);
    const { headers } = await fetch(file.url);
    expect(headers.get("content-disposition")).toMatch(/^attachment/);
    expect(headers.get("content-type")).toBe("application/octet-stream");
    expect(headers.get("content-security-policy")).toContain("sandbox");
    visitor.leaves();
  });

  test("is not packed on its way out, so that its size and its parts stay what they are", async () => {
    const visitor = await running.visitor();
    const body = "0123456789".repeat(1_000);
    const file = await uploaded({
      ...{ url: running.url, token: visitor.token, name: "a.txt", type: "text/plain", body },
    });
    const whole = await fetch(file.url, { headers: { "accept-encoding": "gzip" } });
    expect(whole.headers.get("content-encoding")).toBeNull();
    expect(whole.headers.get("content-length")).toBe("10000");
    const part = await fetch(file.url, { headers: { "accept-encoding": "gzip", range: "bytes=5-8004" } });
    expect(part.status).toBe(206);
    expect((await part.text()).length).toBe(8_000);
    visitor.leaves();
  });

  test("whose name cannot be read is refused", async () => {
    const visitor = await running.visitor();
    const sent = announced(visitor, { "x-file-name": "100%", "content-length": "1" });
    sent.end("x");
    const [response]: IncomingMessage[] = await once(sent, "response");
    expect(response?.statusCode).toBe(400);
    visitor.leaves();
  });

  test("that is empty is refused in words", async () => {
    const visitor = await running.visitor();
    for (const body of ["", undefined]) {
      const response = await upload({ url: running.url, token: visitor.token, ...(body === "" && { body }) });
      expect(response.status).toBe(422);
      expect(await wordsOf(response)).toContain("empty");
    }
    visitor.leaves();
  });

  test("that says it is too large is refused before it is sent", async () => {
    const visitor = await running.visitor();
    const sent = announced(visitor, { "content-length": String(25 * mb + 1) });
    sent.on("error", () => {});
    sent.flushHeaders();
    const [response]: IncomingMessage[] = await once(sent, "response");
    expect(response?.statusCode).toBe(413);
    sent.destroy();
    visitor.leaves();
  });

  test("that turns out to be too large is refused in words, and nothing of it stays", async () => {
    const visitor = await running.visitor();
    let left = 26;
    const body = new ReadableStream({
      pull: (controller) => {
        left -= 1;
        return left < 0 ? controller.close() : controller.enqueue(new Uint8Array(mb));
      },
    });
    const response = await send(visitor, { body });
    expect(response.status).toBe(413);
    expect(await wordsOf(response)).toContain("25 MB");
    expect(partial()).toEqual([]);
    expect((await send(visitor)).status).toBe(201);
    visitor.leaves();
  });

  test("of 25 MB is taken", async () => {
    const visitor = await running.visitor();
    const file = await uploaded({
      ...{ url: running.url, token: visitor.token, name: "big.bin" },
      body: new Uint8Array(25 * mb),
    });
    expect(file.size).toBe(25 * mb);
    visitor.leaves();
  });

  test("whose sending is given up leaves nothing behind, and is no trouble of ours", async () => {
    const visitor = await running.visitor();
    const sent = announced(visitor, { "content-length": String(mb) });
    sent.on("error", () => {});
    sent.write(new Uint8Array(1024));
    await waitFor(() => expect(partial()).toHaveLength(1));
    sent.destroy();
    await waitFor(() => expect(partial()).toEqual([]));
    expect(running.log.entries.filter(({ level }) => level === "error")).toEqual([]);
    visitor.leaves();
  });
});

describe("who may send files", () => {
  test("only a visitor of this site, by their token", async () => {
    await running.app.storage.sites.add({ key: "other", name: "Other" });
    const elsewhere = await Visitor.arrives(running.url, undefined, { site: "other" });
    for (const token of [undefined, "forged", elsewhere.token]) {
      const response = await upload({ url: running.url, body: "x", ...(token && { token }) });
      expect(response.status).toBe(401);
      expect(await wordsOf(response)).toContain("Reload");
    }
    elsewhere.leaves();
  });

  test("not a visitor whom the team has blocked", async () => {
    const visitor = await running.visitor();
    await visitor.says("Buy cheap watches, talk to a human");
    const [summary] = (await running.app.storage.directory.list({ search: "cheap watches" })).summaries;
    await running.app.conversations.block({
      conversationId: summary?.conversation.id ?? "",
      agent: ana,
      source: { via: "slack", externalId: randomUUID() },
    });
    const response = await send(visitor);
    expect(response.status).toBe(403);
    expect(await wordsOf(response)).toContain("ended this chat");
    visitor.leaves();
  });

  test("not one who sends too many at once, until a moment later", async () => {
    const [hasty, other] = [await running.visitor(), await running.visitor()];
    const responses = await Promise.all(Array.from({ length: 10 }, () => send(hasty)));
    const refused = responses.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(2);
    for (const response of refused) {
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(response.headers.get("access-control-expose-headers")).toContain("Retry-After");
      expect(await wordsOf(response)).toContain("Try again in");
    }
    expect((await send(other)).status).toBe(201);
    for (const each of [hasty, other]) each.leaves();
  });

  test("pages that may embed the chat, and browsers are told so before they send", async () => {
    const [stranger, friend] = ["https://evil.example", "https://shop.example"];
    const visitor = await running.visitor();
    const preflight = (origin: string) =>
      fetch(`${running.url}/widget/files?site=default`, {
        method: "OPTIONS",
        headers: {
          origin,
          "access-control-request-method": "POST",
          "access-control-request-headers": "authorization,content-type,x-file-name",
        },
      });
    await running.app.storage.sites.change("default", { origins: [friend] });
    try {
      const allowed = await preflight(friend);
      expect(allowed.status).toBe(204);
      expect(allowed.headers.get("access-control-allow-origin")).toBe(friend);
      expect(allowed.headers.get("access-control-allow-headers")).toMatch(
        /authorization.*content-type.*x-file-name/i,
      );
      expect((await preflight(stranger)).status).toBe(403);

      const taken = await send(visitor, { origin: friend });
      expect(taken.status).toBe(201);
      expect(taken.headers.get("access-control-allow-origin")).toBe(friend);
      const refused = await send(visitor, { origin: stranger });
      expect(refused.status).toBe(403);
      expect(await wordsOf(refused)).toContain("Allowed origins");
    } finally {
      await running.app.storage.sites.change("default", { origins: [] });
    }
    visitor.leaves();
  });

  test("nobody on a site that does not exist", async () => {
    const visitor = await running.visitor();
    expect((await send(visitor, { site: "nowhere" })).status).toBe(404);
    visitor.leaves();
  });
});

test("one address cannot fill the disk", async () => {
  const small = await startRunning({
    withoutSlack: true,
    widgetLimits: { uploads: { points: 3, duration: 600 } },
  });
  try {
    const visitors = await Promise.all(Array.from({ length: 4 }, () => small.visitor()));
    const statuses = [];
    for (const { token } of visitors)
      statuses.push((await upload({ url: small.url, token, body: new Uint8Array(1_000_000) })).status);
    expect(statuses).toEqual([201, 201, 201, 429]);
    const unannounced = new ReadableStream({
      pull: (controller) => {
        controller.enqueue(new Uint8Array(1));
        controller.close();
      },
    });
    const { token = "" } = visitors[0] ?? {};
    expect((await upload({ url: small.url, token, body: unannounced })).status).toBe(429);
    for (const visitor of visitors) visitor.leaves();
  } finally {
    await small.stop();
  }
});
