import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { createLateHandoffs } from "../../src/assistant/late-handoffs.ts";
import { createConversations } from "../../src/conversation/index.ts";
import { createSettings } from "../../src/settings/index.ts";
import { maxAway } from "../../src/settings/schema.ts";
import type { Storage } from "../../src/storage/index.ts";
import { onEachDatabase } from "../storage/on-each-database.ts";
import { quietLog } from "../support/quiet-log.ts";

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

onEachDatabase("people who were asked for while live handoff was off", (bench) => {
  const now = () => bench.clock.at;
  let here: ReturnType<typeof node>;
  beforeEach(async () => {
    here = node(bench.storage);
    await switchTo(false);
    passes(dayMs);
  });

  function node(storage: Storage) {
    const { store, directory } = storage;
    const log = quietLog();
    const conversations = createConversations({
      ...{ store, now, newId: randomUUID, owed: () => [], announce: () => {} },
    });
    const settings = createSettings({ store: storage.settings, now });
    const late = createLateHandoffs({ conversations, directory, settings, now, log });
    return { conversations, settings, late, log };
  }

  const passes = (ms: number) => {
    bench.clock.at += ms;
  };
  const source = () => ({ via: "assistant", externalId: randomUUID() });

  async function asks(language?: string): Promise<string> {
    const { conversationId } = await here.conversations.missHandoff({
      ...{ siteKey: "default", visitor: { id: randomUUID(), language } },
      ...{ decision: { by: "button", reason: "Asked for a person" }, source: source() },
    });
    return conversationId;
  }

  const switchTo = (liveHandoff: boolean) => here.settings.change({ liveHandoff }, "Ana");
  const switchOn = () => switchTo(true);
  const statusOf = async (id: string) => (await bench.storage.store.find(id))?.status;
  const handoffsOf = async (id: string) =>
    (await bench.storage.store.eventsAfter(id, 0)).filter(({ type }) => type === "conversation.handedOff");

  test("are not called before it is on, and then at once, in the order of asking", async () => {
    for (const liveHandoff of [true, false]) {
      await switchTo(liveHandoff);
      passes(1_000);
    }
    const [first, second] = [await asks(), await asks()];
    await here.late.look();
    expect(await statusOf(first)).toBe("assistant");

    passes(1_000);
    await switchOn();
    const called = vi.spyOn(here.conversations, "handOffLate");
    expect((await here.late.look()).called).toBe(2);
    expect(called.mock.calls.map(([{ conversationId }]) => conversationId)).toEqual([first, second]);
    for (const id of [first, second]) expect(await statusOf(id)).toBe("waiting");
  });

  test("are called by whoever hears of the switch, and once by all nodes together", async () => {
    const id = await asks();
    await switchOn();
    const looks = await bench.atOnce(async (storage) => node(storage).late.look());
    expect(looks).toHaveLength(4);
    expect(await handoffsOf(id)).toHaveLength(1);
  });

  test("are called without anybody asking, and in the words of the moment", async () => {
    here.late.start();
    const id = await asks("de");
    await here.settings.change(
      { awayMessage: "Away.", messagesInLanguages: [{ ...german, awayMessage: "Wir sind nicht da." }] },
      "Ana",
    );
    await here.settings.change({ liveHandoff: true, awayUntil: maxAway }, "Ana");
    await here.late.stop();
    expect(await handoffsOf(id)).toMatchObject([{ sentence: "Wir sind nicht da.", nobodyIsThere: true }]);
    await here.settings.change({ awayUntil: 0 }, "Ana");
  });

  test("are not called where they were asked for too long ago, answered meanwhile, or taken", async () => {
    const old = await asks();
    passes(3 * dayMs);
    const words = { id: randomUUID(), text: "By the way", source: source() };
    await here.conversations.receive({ ...words, conversationId: old });
    const [answered, taken, waits] = [await asks(), await asks(), await asks()];
    await here.conversations.answer({
      ...{ conversationId: answered, generation: 0, text: "At nine.", source: source() },
    });
    await here.conversations.claim({
      ...{ conversationId: taken, agent: { id: "ana", name: "Ana" }, source: source() },
    });
    passes(1_000);
    await switchOn();
    expect(await here.late.look()).toMatchObject({ called: 1, left: expect.any(Number) });
    expect(await statusOf(waits)).toBe("waiting");
    for (const id of [old, answered]) expect(await statusOf(id)).toBe("assistant");
    expect(await statusOf(taken)).toBe("agent");
  });

  test("are called for the latest fifty, and no more however often it is looked", async () => {
    const asked: string[] = [];
    for (let index = 0; index < 53; index++) {
      passes(10);
      asked.push(await asks());
    }
    await switchOn();
    expect((await here.late.look()).called).toBe(50);
    passes(60_000);
    expect((await here.late.look()).called).toBe(50);
    const statuses = await Promise.all(asked.map(statusOf));
    expect(statuses.slice(0, 3)).toEqual(["assistant", "assistant", "assistant"]);
    expect(new Set(statuses.slice(3))).toEqual(new Set(["waiting"]));
  });

  test("are called a moment later where it failed, or was decided in the moment of switching", async () => {
    const [fails, goes] = [await asks(), await asks()];
    await switchOn();
    const { handOffLate } = here.conversations;
    const failing = vi
      .spyOn(here.conversations, "handOffLate")
      .mockImplementation((late) =>
        late.conversationId === fails ? Promise.reject(new Error("The disk is full.")) : handOffLate(late),
      );
    await here.late.look();
    expect([await statusOf(fails), await statusOf(goes)]).toEqual(["assistant", "waiting"]);

    failing.mockRestore();
    const tooLate = await asks();
    passes(60_000);
    await here.late.look();
    for (const id of [fails, tooLate]) expect(await statusOf(id)).toBe("waiting");
  });

  test("are not called long after the switch: a team that came back to it would not know why", async () => {
    await switchOn();
    passes(hourMs + 1);
    const id = await asks();
    expect(await here.late.look()).toEqual({ called: 0, left: 0 });
    expect(await statusOf(id)).toBe("assistant");
  });
});

const german = { language: "de", greeting: "", connectingMessage: "", ratingQuestion: "" };
