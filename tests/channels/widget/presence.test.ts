import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createPresence, type VisitorPresence } from "../../../src/channels/widget/presence.ts";
import type { Presence, Presences } from "../../../src/conversation/presence.ts";
import { quietLog } from "../../support/quiet-log.ts";

const prices = { url: "https://shop.example/prices", title: "Prices" };
const basket = { url: "https://shop.example/basket" };
const start = 1_800_000_000_000;

let saves: Presence[];
let kept: Map<string, Presence>;
let presents: string[];
let refuse: Error | undefined;
let log: ReturnType<typeof quietLog>;
let presence: VisitorPresence;

beforeEach(() => {
  vi.useFakeTimers({ now: start });
  [saves, kept, presents, refuse, log] = [[], new Map(), [], undefined, quietLog()];
  const presences: Presences = {
    async save(each) {
      if (refuse) throw refuse;
      saves.push(each);
      kept.set(each.conversationId, each);
    },
    find: async (id) => kept.get(id),
    clear: async () => kept.clear(),
  };
  presence = createPresence({ presences, now: Date.now, log, present: (id) => presents.push(id) });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);
const last = () => saves.at(-1);

describe("a visitor", () => {
  test("is here, and where, as soon as they arrive, and everybody who shows it is told", async () => {
    presence.arrive("c1", prices);
    await pass(0);
    expect(saves).toEqual([{ conversationId: "c1", isHere: true, at: start, page: prices }]);
    expect(presents).toEqual(["c1"]);
  });

  test("has left ten seconds after their tab was closed, since the moment it was", async () => {
    presence.arrive("c1", prices);
    await pass(60);
    presence.leave("c1");
    await pass(9.9);
    expect(last()?.isHere).toBe(true);
    await pass(0.1);
    expect(last()).toEqual({ conversationId: "c1", isHere: false, at: start + 60_000, page: prices });
    expect(presents).toHaveLength(2);
  });

  test("who goes to the next page has not left", async () => {
    presence.arrive("c1", prices);
    await pass(60);
    presence.leave("c1");
    await pass(2);
    presence.arrive("c1", prices);
    presence.see("c1", basket);
    await pass(60);
    expect(saves.map(({ isHere, page }) => [isHere, page])).toEqual([
      [true, prices],
      [true, basket],
    ]);
    expect(last()?.at).toBe(start);
  });

  test("with several tabs is here until the last one is closed", async () => {
    for (let tab = 0; tab < 3; tab += 1) presence.arrive("c1", prices);
    presence.leave("c1");
    presence.leave("c1");
    await pass(60);
    expect(saves).toHaveLength(1);
    presence.leave("c1");
    await pass(10);
    expect(last()?.isHere).toBe(false);
  });

  test("who hurries from page to page is written down every five seconds at most, with the last page", async () => {
    presence.arrive("c1", prices);
    for (let n = 1; n <= 20; n += 1) {
      presence.see("c1", { url: `https://shop.example/${n}` });
      await pass(0.5);
    }
    await pass(5);
    expect(saves.length).toBeLessThanOrEqual(4);
    expect(last()?.page).toEqual({ url: "https://shop.example/20" });
  });

  test("who stays on the same page costs nothing", async () => {
    presence.arrive("c1", prices);
    await pass(0);
    presence.see("c1", { ...prices });
    await pass(60);
    expect(saves).toHaveLength(1);
  });

  test("who comes back later is here again, since then", async () => {
    presence.arrive("c1", prices);
    presence.leave("c1");
    await pass(60);
    presence.arrive("c1", basket);
    await pass(0);
    expect(last()).toEqual({ conversationId: "c1", isHere: true, at: start + 60_000, page: basket });
  });

  test("who comes back just while it is written down that they left is here", async () => {
    presence.arrive("c1", prices);
    await pass(60);
    presence.leave("c1");
    vi.advanceTimersByTime(10_000);
    presence.arrive("c1", prices);
    await pass(60);
    expect(last()?.isHere).toBe(true);
  });

  test("who went on to a page that another node serves has not left", async () => {
    presence.arrive("c1", prices);
    await pass(60);
    presence.leave("c1");
    kept.set("c1", { conversationId: "c1", isHere: true, at: Date.now() + 500, page: basket });
    await pass(10);
    expect(kept.get("c1")).toMatchObject({ isHere: true, page: basket });
  });
});

test("when the server stops, everybody has left, at once", async () => {
  presence.arrive("c1", prices);
  presence.arrive("c2", basket);
  presence.leave("c2");
  await presence.stop();
  expect(saves.map(({ conversationId, isHere }) => [conversationId, isHere])).toEqual([
    ["c1", false],
    ["c2", false],
  ]);
  expect(vi.getTimerCount()).toBe(0);
});

test("what could not be saved is made good as soon as it can be, arriving and leaving alike", async () => {
  refuse = new Error("The database does not answer.");
  presence.arrive("c1", prices);
  await pass(1);
  expect(presents).toEqual([]);
  expect(log.entries).toContainEqual(expect.objectContaining({ level: "warn" }));
  refuse = undefined;
  await pass(5);
  expect(last()).toMatchObject({ isHere: true, page: prices });

  refuse = new Error("The database does not answer.");
  presence.leave("c1");
  await pass(20);
  refuse = undefined;
  await pass(5);
  expect(last()).toMatchObject({ isHere: false, at: start + 6_000 });
  await pass(60);
  expect(saves).toHaveLength(2);
});
