import { WebSocket } from "ws";
import { createCells } from "../../widget/src/cell.ts";
import { createChat } from "../../widget/src/chat.ts";
import { createMemory } from "../../widget/src/memory.ts";
import { newId } from "../../widget/src/new-id.ts";
import type { Pace } from "../../widget/src/pace.ts";

const usualBackoffMs = 5;
let backoffMs = usualBackoffMs;

/** A browser tab without a browser: the widget's chat on a real socket. Tabs of one visitor share `storage`. */
export function openTab(socketUrl: string, storage: Storage = createStorage(), pace: Partial<Pace> = {}) {
  const watch = { isWatched: true, isLooking: false, page: "https://shop.example/cart" };
  backoffMs = usualBackoffMs;
  const chat = createChat({
    cell: createCells(() => {}),
    memory: createMemory("default", () => storage),
    openSocket: () => openSocket(socketUrl),
    newId,
    now: Date.now,
    page: () => ({ url: watch.page, title: "Cart" }),
    isWatched: () => watch.isWatched,
    isLooking: () => watch.isLooking,
    pace: {
      heartbeatMs: 20,
      answerWithinMs: 2_000,
      backoffMs: () => backoffMs,
      receiptAfterMs: 20,
      pageEveryMs: 20,
      filesLastMs: 60_000,
      halfSaidLastsMs: 60_000,
      ...pace,
    },
  });
  return {
    chat,
    storage,
    watch,
    texts: () => chat.transcript.value.entries.map(({ text }) => text),
    underWay: () => chat.outgoing.value.map(({ state }) => state),
  };
}

/** From now on no tab calls again. */
export function leaveTabs(): void {
  backoffMs = 3_600_000;
}

function openSocket(url: string): globalThis.WebSocket {
  const socket = new WebSocket(url);
  // A browser does not throw when the other side is gone; it only closes.
  socket.on("error", () => {});
  return socket as unknown as globalThis.WebSocket;
}

/** The browser's `localStorage`, as far as it matters here. */
export function createStorage(): Storage {
  const stored: Record<string, string> = {};
  const access = {
    getItem: (key: string) => stored[key] ?? null,
    setItem(key: string, value: string) {
      stored[key] = value;
    },
    removeItem(key: string) {
      delete stored[key];
    },
  };
  return new Proxy(stored, { get: (_, key) => Reflect.get(access, key) }) as unknown as Storage;
}
