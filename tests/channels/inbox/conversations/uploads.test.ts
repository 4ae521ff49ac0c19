import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Attachment } from "../../../../src/conversation/message.ts";
import { type Cabinet, openCabinet } from "../../../files/support/cabinet.ts";
import type { Browser } from "../support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "../support/inbox-server.ts";
import { signedInAdmin } from "../support/members.ts";
import { visitorIn } from "../support/visitors.ts";

let cabinet: Cabinet;
let server: InboxServer;
let ana: Browser;
let path: string;
let visitors = 0;

beforeAll(async () => {
  cabinet = await openCabinet();
  server = await openInboxServer({ firstAdmin: admin, given: { files: cabinet.files } });
  ana = await signedInAdmin(server);
});

beforeEach(async () => {
  path = `/api/conversations/${await visitorIn(server.conversations, `Filed ${++visitors}`).asksForAPerson()}`;
});

afterAll(async () => {
  await server.close();
  await cabinet.close();
});

async function upload(content: string, headers: Record<string, string> = {}, to = path) {
  const response = await fetch(`${server.url}${to}/files`, {
    method: "POST",
    headers: {
      ...{ Origin: server.url, Cookie: ana.cookie(), "Content-Type": "application/json" },
      ...{ "X-File-Name": encodeURIComponent("Prüfung 1.json"), ...headers },
    },
    body: content,
  });
  return { status: response.status, body: await response.json() };
}

const said = (files: Attachment[], text = "") => ({
  id: randomUUID(),
  text,
  files: files.map(({ id }) => id),
});

describe("an agent's file", () => {
  test("is taken as it is, also when it is JSON, and goes with the reply", async () => {
    const { status, body } = await upload('{"a":1}');
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: "Prüfung 1.json", mime: "application/json", size: 7 });

    expect((await ana.post(`${path}/reply`, said([body]))).status).toBe(200);
    expect((await ana.get(path)).body.events.at(-1).message).toMatchObject({ text: "", files: [body] });
  });

  test("goes with a note", async () => {
    const { body } = await upload("for us");
    await ana.post(`${path}/note`, said([body], "Look"));
    expect((await ana.get(path)).body.events.at(-1).message).toMatchObject({ note: true, files: [body] });
  });

  test("of another conversation cannot be sent here", async () => {
    const other = `/api/conversations/${await visitorIn(server.conversations, "Somebody else").asksForAPerson()}`;
    const { body } = await upload("secret", {}, other);
    const refused = await ana.post(`${path}/reply`, said([body]));
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toBe("One of the files is not here any more. Attach it again.");
  });

  test("is refused in words when it is too large, empty, or comes from another website", async () => {
    expect((await upload("x".repeat(25 * 1024 * 1024 + 1))).body.error.message).toBe(
      "The file is too large: at most 25 MB can be sent.",
    );
    expect((await upload("")).body.error.message).toMatch(/empty/);
    expect((await upload("x", { Origin: "https://evil.example" })).status).toBe(403);
    expect((await upload("x", { "X-File-Name": "%E0%A4%A" })).status).toBe(400);
  });

  test("no more than ten go with one message", async () => {
    const files = Array.from({ length: 11 }, () => randomUUID());
    expect((await ana.post(`${path}/reply`, { id: randomUUID(), text: "", files })).status).toBe(422);
  });
});
