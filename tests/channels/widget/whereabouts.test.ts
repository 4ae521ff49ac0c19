import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "../../../src/storage/index.ts";
import { waitFor } from "../../support/patience.ts";
import { type Running, startRunning } from "../../support/running.ts";
import type { Visitor } from "../../support/visitor.ts";

let running: Running;
beforeAll(async () => {
  running = await startRunning({ withoutSlack: true });
});
afterAll(() => running.stop());

/** A visitor whom people have been asked to help, with their conversation. */
async function handedOff(): Promise<{ visitor: Visitor; conversationId: string }> {
  const visitor = await running.visitor();
  const words = `Talk to a human about ${randomUUID()}`;
  await visitor.says(words);
  await visitor.hears("Connecting you");
  return { visitor, conversationId: await conversationWith(words) };
}

/** The conversation in which these words were said. */
async function conversationWith(words: string): Promise<string> {
  const { summaries } = await running.app.storage.directory.list({ search: words });
  const [only] = summaries;
  if (!only || summaries.length > 1) throw new Error(`${summaries.length} conversations hold “${words}”.`);
  return only.conversation.id;
}

const presenceIn = (conversationId: string) => running.app.storage.presences.find(conversationId);

const isOn = (visitor: Visitor, url: string) => visitor.send({ type: "page", page: { url } });

describe("whether a visitor is here", () => {
  test("is known from the handoff on, with the page they wrote from, and follows them", async () => {
    const { visitor, conversationId } = await handedOff();
    await waitFor(async () =>
      expect(await presenceIn(conversationId)).toMatchObject({
        isHere: true,
        page: { url: "https://shop.example/prices", title: "Prices" },
      }),
    );

    isOn(visitor, "https://shop.example/basket");
    await waitFor(async () =>
      expect((await presenceIn(conversationId))?.page?.url).toBe("https://shop.example/basket"),
    );
    visitor.leaves();
  });

  test("is nobody's business while only the assistant answers", async () => {
    const visitor = await running.visitor();
    const words = `What does it cost? ${randomUUID()}`;
    await running.app.settings.change({ liveHandoff: false }, "Ana");
    await visitor.says(words);
    await visitor.hears("Nobody from the team");
    // Or people would be called for them as soon as it is on.
    await running.app.conversations.answer({
      ...{ conversationId: await conversationWith(words), generation: 0, text: "Ten euros." },
      source: { via: "assistant", externalId: randomUUID() },
    });
    isOn(visitor, "https://shop.example/basket");
    await running.app.settings.change({ liveHandoff: true }, "Ana");

    const later = await handedOff();
    await waitFor(async () => expect(await presenceIn(later.conversationId)).toBeDefined());
    expect(await presenceIn(await conversationWith(words))).toBeUndefined();
    for (const each of [visitor, later.visitor]) each.leaves();
  });

  test("is known when they come back, and ends when the server stops", async () => {
    const { visitor, conversationId } = await handedOff();
    const isHere = async () => (await presenceIn(conversationId))?.isHere;
    await waitFor(async () => expect(await isHere()).toBe(true));
    visitor.leaves();

    await running.stopApp();
    const storage = await openStorage({ url: running.config.databaseUrl, now: Date.now, newId: randomUUID });
    expect(await storage.presences.find(conversationId)).toMatchObject({ isHere: false });
    await storage.close();

    await running.startApp();
    expect(await isHere()).toBe(false);
    const back = await running.visitor(visitor.token);
    await waitFor(async () => expect(await isHere()).toBe(true));
    back.leaves();
  });

  test("is not known any more of those whom a server that died has left behind", async () => {
    const conversationId = randomUUID();
    await running.app.storage.presences.save({ conversationId, isHere: true, at: Date.now() });
    await running.stopApp();
    await running.startApp();
    expect(await presenceIn(conversationId)).toMatchObject({ isHere: false });
  });
});
