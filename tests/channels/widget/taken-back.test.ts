import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Attachment } from "../../../src/conversation/message.ts";
import { inPieces } from "../../files/support/cabinet.ts";
import { ana } from "../../support/desk.ts";
import { type Running, startRunning } from "../../support/running.ts";
import { Visitor } from "../../support/visitor.ts";

let running: Running;
beforeAll(async () => {
  running = await startRunning({ withoutSlack: true });
});
afterAll(() => running.stop());

let visitor: Visitor;
let conversationId: string;
beforeEach(async () => {
  visitor = await running.visitor();
  const id = randomUUID();
  await visitor.says("Hello?", id);
  const first = await running.app.storage.store.recorded({
    ...{ via: "widget", externalId: `${subjectOf(visitor)}/${id}` },
  });
  conversationId = first?.conversationId ?? "";
  return () => visitor.leaves();
});

const subjectOf = ({ token }: Visitor): string =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()).sub;

const source = () => ({ via: "inbox", externalId: randomUUID() });
const byAna = { kind: "agent", ...ana } as const;

async function anaReplies(text: string, files?: Attachment[]): Promise<string> {
  const { events } = await running.app.conversations.reply({
    ...{ conversationId, agent: ana, text, files },
    source: source(),
  });
  const [event] = events;
  if (event?.type !== "message.posted") throw new Error("Nothing was posted.");
  return event.message.id;
}

const file = (content: string) =>
  running.app.files.keep(inPieces(Buffer.from(content)), {
    ...{ name: "prices.txt", mime: "text/plain", via: "inbox", maxBytes: 1_000 },
  });

async function linkHeard(text: string): Promise<string> {
  await visitor.hears(text);
  return visitor.message(text).files?.[0]?.url ?? "";
}

describe("the address of an agent's file", () => {
  test.each([
    ["taken back", (change: Change) => running.app.conversations.remove({ ...change, by: byAna })],
    ["made internal", (change: Change) => running.app.conversations.makeInternal({ ...change, by: ana })],
    [
      "sent without it after all",
      (change: Change) =>
        running.app.conversations.edit({ ...change, by: byAna, text: "No file", files: [] }),
    ],
  ])("opens nothing any more once the message was %s", async (_what, act) => {
    const messageId = await anaReplies("Our prices", [await file("secret prices")]);
    const url = await linkHeard("Our prices");
    expect(await (await fetch(url)).text()).toBe("secret prices");

    await act({ conversationId, messageId, source: source() });
    const late = await fetch(url);
    expect(late.status).toBe(404);
    expect(await late.text()).not.toContain("secret");
  });

  test("cannot be turned into one that nobody watches over, nor into another conversation's", async () => {
    const attachment = await file("secret prices");
    await anaReplies("Our prices", [attachment]);
    const url = new URL(await linkHeard("Our prices"));
    const unwatched = new URL(url);
    unwatched.pathname = unwatched.pathname.replace("/widget/files", "/files");
    const elsewhere = new URL(url);
    elsewhere.searchParams.set("in", randomUUID());
    const nowhere = new URL(url);
    nowhere.searchParams.delete("in");
    const team = new URL(running.app.files.view(attachment).url);
    team.pathname = `/widget${team.pathname}`;
    for (const forgery of [unwatched, elsewhere, nowhere, team])
      expect((await fetch(forgery)).status).toBe(403);
  });
});

describe("who was away", () => {
  test.each([
    ["taken back", (change: Change) => running.app.conversations.remove({ ...change, by: byAna })],
    ["made internal", (change: Change) => running.app.conversations.makeInternal({ ...change, by: ana })],
  ])("never gets words that were edited in and then %s", async (_what, act) => {
    const messageId = await anaReplies("Ana here.");
    await visitor.hears("Ana here.");
    const { cursor, closed } = visitor;
    visitor.leaves();
    await closed;
    const change = () => ({ conversationId, messageId, source: source() });
    await running.app.conversations.edit({ ...change(), by: byAna, text: "The password is 4711" });
    await act(change());

    const back = await Visitor.arrives(running.url, visitor.token, { after: cursor });
    expect(JSON.stringify(back.frames)).not.toContain("4711");
    expect(back.entries).toContainEqual(expect.objectContaining({ type: "gone", id: messageId }));
    back.leaves();
  });
});

interface Change {
  conversationId: string;
  messageId: string;
  source: { via: string; externalId: string };
}
