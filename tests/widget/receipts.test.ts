import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { waitFor } from "../support/patience.ts";
import { startWidgetServer, type WidgetServer } from "../support/widget-server.ts";
import { leaveTabs, openTab } from "./tab.ts";

let server: WidgetServer;
beforeEach(async () => {
  server = await startWidgetServer();
});
afterEach(() => {
  leaveTabs();
  return server.stop();
});

const receipts = () =>
  server.heard.flatMap((frame) => (frame.type === "reached" ? [[frame.seq, frame.isSeen]] : []));
const pages = () => server.heard.flatMap((frame) => (frame.type === "page" ? [frame.page.url] : []));

const helloes = () => server.heard.filter(({ type }) => type === "hello").length;

async function startedTab(storage?: Storage) {
  const tab = openTab(server.socketUrl, storage);
  tab.chat.say("one");
  await waitFor(() => expect(tab.texts()).toEqual(["one"]));
  return tab;
}

/** Long enough for whatever was due: several pings have gone out meanwhile. */
async function aWhile(): Promise<void> {
  const pings = () => server.heard.filter(({ type }) => type === "ping").length;
  const before = pings();
  await waitFor(() => expect(pings()).toBeGreaterThan(before + 4));
}

describe("an agent learns", () => {
  test("that the answer arrived, and later that it was seen", async () => {
    const { chat, watch } = await startedTab();
    server.conversation().agentSays("Ana", "two");
    await waitFor(() => expect(receipts()).toEqual([[2, false]]));
    watch.isLooking = true;
    chat.markRead();
    await waitFor(() =>
      expect(receipts()).toEqual([
        [2, false],
        [2, true],
      ]),
    );
  });

  test("at once that it was seen by a visitor who looks", async () => {
    const { watch } = await startedTab();
    watch.isLooking = true;
    server.conversation().agentSays("Ana", "two");
    await waitFor(() => expect(receipts()).toEqual([[2, true]]));
  });

  test("of a burst once, by its last message", async () => {
    await startedTab();
    for (const text of ["two", "three", "four"]) server.conversation().agentSays("Ana", text);
    await waitFor(() => expect(receipts()).toEqual([[4, false]]));
  });

  test("nothing twice: not after a break, nor from another tab, nor for an edit", async () => {
    const { storage } = await startedTab();
    const id = server.conversation().agentSays("Ana", "two");
    await waitFor(() => expect(receipts()).toEqual([[2, false]]));
    server.conversation().edits(id, "2");
    server.disconnect();
    const other = openTab(server.socketUrl, storage);
    other.chat.resume();
    await waitFor(() => expect(other.texts()).toEqual(["one", "2"]));
    await aWhile();
    expect(receipts()).toEqual([[2, false]]);
  });

  test("what came while the line was broken", async () => {
    await startedTab();
    server.disconnect();
    server.conversation().agentSays("Ana", "two");
    await waitFor(() => expect(receipts()).toEqual([[2, false]]));
  });
});

test("the assistant is told nothing", async () => {
  const { watch } = await startedTab();
  watch.isLooking = true;
  server.conversation().assistantSays("two");
  await aWhile();
  expect(receipts()).toEqual([]);
});

describe("the visitor's page", () => {
  test("is told once after each greeting, and whenever it is another", async () => {
    const [cart, checkout] = ["https://shop.example/cart", "https://shop.example/checkout"];
    const { watch } = await startedTab();
    await waitFor(() => expect(pages()).toEqual([cart]));
    server.disconnect();
    await waitFor(() => expect(pages()).toEqual([cart, cart]));
    watch.page = checkout;
    await waitFor(() => expect(pages()).toEqual([cart, cart, checkout]));
    await aWhile();
    expect(pages()).toHaveLength(3);
  });

  test("that has no address on the web is not told", async () => {
    const { watch } = await startedTab();
    watch.page = "about:srcdoc";
    // On a busy machine there may have been more than one greeting by now.
    const [told, hellos] = [pages().length, helloes()];
    server.disconnect();
    await waitFor(() => expect(helloes()).toBe(hellos + 1));
    watch.page = "https://shop.example/framed";
    await waitFor(() => expect(pages().slice(told)).toEqual(["https://shop.example/framed"]));
  });

  test("is nobody's business before anything is said", async () => {
    const { chat, watch } = openTab(server.socketUrl);
    chat.begin();
    await waitFor(() => expect(chat.phase.value).toBe("open"));
    watch.page = "https://shop.example/checkout";
    await aWhile();
    expect(pages()).toEqual([]);
  });
});
