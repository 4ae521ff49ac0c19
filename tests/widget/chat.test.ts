import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Pace } from "../../widget/src/pace.ts";
import { waitFor } from "../support/patience.ts";
import { startWidgetServer, type WidgetServer } from "../support/widget-server.ts";
import { createStorage, leaveTabs, openTab } from "./tab.ts";

let server: WidgetServer;
beforeEach(async () => {
  server = await startWidgetServer();
});
afterEach(() => {
  leaveTabs();
  return server.stop();
});

const hellos = () => server.heard.filter(({ type }) => type === "hello");
const says = () => server.heard.filter(({ type }) => type === "say");

/** A tab whose visitor said one thing, and knows that it arrived. */
async function startedTab(storage?: Storage, pace: Partial<Pace> = {}) {
  const tab = openTab(server.socketUrl, storage, pace);
  tab.chat.say("one");
  await waitFor(() => expect(tab.texts()).toEqual(["one"]));
  return tab;
}

describe("a visitor who writes", () => {
  test("sees it under way, then saved, once", async () => {
    const { chat, texts, underWay } = openTab(server.socketUrl);
    chat.say("hello");
    expect(underWay()).toEqual(["sending"]);
    await waitFor(() => expect(texts()).toEqual(["hello"]));
    expect(underWay()).toEqual([]);
    expect(says()).toMatchObject([
      { text: "hello", page: { url: "https://shop.example/cart", title: "Cart" } },
    ]);
  });

  test("reads each answer once, however often it is repeated", async () => {
    const { chat, texts } = await startedTab();
    server.conversation().repeat();
    server.conversation().assistantSays("two");
    server.conversation().repeat();
    server.conversation().pass();
    await waitFor(() => expect(chat.transcript.value.seq).toBe(3));
    expect(texts()).toEqual(["one", "two"]);
  });

  test("reads an answer while it is halfSaid, until it stands there", async () => {
    const { chat, texts } = await startedTab();
    server.conversation().assistantWrites("Yes.");
    await waitFor(() => expect(chat.halfSaid.value).toBe("Yes."));
    chat.say("and?");
    await waitFor(() => expect(texts()).toEqual(["one", "and?"]));
    server.conversation().assistantWrites("Yes. It takes three days.");
    await waitFor(() => expect(chat.halfSaid.value).toBe("Yes. It takes three days."));
    server.conversation().assistantSays("Yes. It takes three days.");
    await waitFor(() => expect(texts()).toEqual(["one", "and?", "Yes. It takes three days."]));
    expect(chat.halfSaid.value).toBe("");
  });

  test("keeps nothing half said of an answer that is taken back, or was lost with the line", async () => {
    const { chat } = await startedTab();
    for (const loseIt of [() => server.conversation().assistantWrites(""), server.disconnect]) {
      server.conversation().assistantWrites("Yes.");
      await waitFor(() => expect(chat.halfSaid.value).toBe("Yes."));
      loseIt();
      await waitFor(() => expect(chat.halfSaid.value).toBe(""));
    }
  });

  test("keeps nothing half said of an answer nobody writes on", async () => {
    const { chat } = openTab(server.socketUrl, createStorage(), { halfSaidLastsMs: 60 });
    chat.say("one");
    await waitFor(() => expect(chat.transcript.value.seq).toBe(1));
    server.conversation().assistantWrites("Yes.");
    await waitFor(() => expect(chat.halfSaid.value).toBe("Yes."));
    await waitFor(() => expect(chat.halfSaid.value).toBe(""));
  });

  test("reads answers in order, also after a break", async () => {
    const { chat, texts } = await startedTab();
    server.conversation().assistantSays("two");
    server.conversation().agentSays("Ana", "three");
    await waitFor(() => expect(texts()).toEqual(["one", "two", "three"]));
    server.disconnect();
    await waitFor(() => expect(hellos()).toHaveLength(2));
    expect(chat.state.value).toEqual({ status: "agent", agent: { name: "Ana" } });
    expect(texts()).toEqual(["one", "two", "three"]);
  });

  test("is not connected before there is a reason", () => {
    const { chat } = openTab(server.socketUrl);
    chat.resume();
    expect(chat.phase.value).toBe("idle");
  });
});

describe("a connection that breaks", () => {
  test.each([undefined, 1012])("comes back with the cursor of the last frame, closed by %j", async (code) => {
    const { chat } = await startedTab();
    server.conversation().pass();
    await waitFor(() => expect(chat.transcript.value.seq).toBe(2));
    server.disconnect(code);
    await waitFor(() => expect(hellos()).toHaveLength(2));
    expect(hellos()[1]).toEqual({ type: "hello", after: 2, token: server.conversation().token });
  });

  test("brings what was said meanwhile", async () => {
    const { texts } = await startedTab();
    server.disconnect();
    server.conversation().assistantSays("while you were away");
    await waitFor(() => expect(texts()).toEqual(["one", "while you were away"]));
  });

  test("does not lose or double what was not confirmed", async () => {
    const { chat, texts } = await startedTab();
    server.trouble.deafTo.add("say");
    chat.say("two");
    chat.say("three");
    await waitFor(() => expect(says()).toHaveLength(3));
    server.trouble.deafTo.clear();
    server.disconnect();
    await waitFor(() => expect(texts()).toEqual(["one", "two", "three"]));
    expect(server.conversation().texts()).toEqual(["one", "two", "three"]);
    const [, second, third, again] = says();
    expect(again).toEqual(second);
    expect(third).toMatchObject({ text: "three" });
  });

  /** Lost soon, and for long enough to be seen. */
  const noticing = { answerWithinMs: 600, backoffMs: () => 500 };

  test("is noticed even when nobody hangs up", async () => {
    const { chat } = await startedTab(undefined, noticing);
    server.trouble.deafTo.add("ping");
    await waitFor(() => expect(chat.phase.value).toBe("lost"));
    server.trouble.deafTo.clear();
    await waitFor(() => expect(chat.phase.value).toBe("open"));
  });

  test("is left alone while nobody looks", async () => {
    const unwatched = await startedTab(undefined, noticing);
    unwatched.watch.isWatched = false;
    const watched = await startedTab(undefined, noticing);
    server.trouble.deafTo.add("ping");
    await waitFor(() => expect(watched.chat.phase.value).toBe("lost"));
    expect(unwatched.chat.phase.value).toBe("open");
    unwatched.chat.wake();
    await waitFor(() => expect(unwatched.chat.phase.value).toBe("lost"));
  });
});

describe("a message that is refused", () => {
  test("says why and can be tried again", async () => {
    const { chat, texts } = await startedTab();
    server.trouble.refusals.push({ message: "This site is closed." });
    chat.say("two");
    await waitFor(() =>
      expect(chat.outgoing.value).toMatchObject([{ state: "failed", reason: "This site is closed." }]),
    );
    const [refused] = chat.outgoing.value;
    chat.tryAgain(refused?.frame.id ?? "");
    await waitFor(() => expect(texts()).toEqual(["one", "two"]));
  });

  test("is sent again when the server says so, and later ones do not overtake it", async () => {
    const { chat, texts } = await startedTab();
    server.trouble.refusals.push({ message: "A moment please.", retryAfterMs: 300 });
    chat.say("two");
    await waitFor(() =>
      expect(chat.outgoing.value).toMatchObject([{ state: "sending", reason: "A moment please." }]),
    );
    chat.say("three");
    await waitFor(() => expect(texts()).toEqual(["one", "two", "three"]));
  });

  test("survives the page", async () => {
    const { chat, storage } = await startedTab();
    server.trouble.refusals.push({ message: "No." });
    chat.say("two");
    await waitFor(() => expect(chat.outgoing.value).toMatchObject([{ state: "failed" }]));
    expect(openTab(server.socketUrl, storage).underWay()).toEqual(["failed"]);
  });
});

test("addresses of files are asked for anew before they end", async () => {
  const tab = openTab(server.socketUrl, createStorage(), { filesLastMs: 30 });
  tab.chat.say("one");
  await waitFor(() => expect(tab.texts()).toEqual(["one"]));
  const file = server.keep("a.txt", "text/plain", Buffer.from("a"));
  server.conversation().agentSays("Ana", "two", { files: [file] });
  await waitFor(() => expect(hellos().length).toBeGreaterThan(1));
  expect(hellos()[1]).toMatchObject({ after: 0 });
  await waitFor(() => expect(tab.texts()).toEqual(["one", "two"]));
});

describe("asking for a person", () => {
  test("works before anything is said", async () => {
    const { chat, texts } = openTab(server.socketUrl);
    chat.answer({ type: "ask-for-person" });
    expect(chat.isAsking()).toBe(true);
    await waitFor(() => expect(chat.state.value.status).toBe("waiting"));
    expect(texts()).toEqual(["Connecting you with a team member — one moment please."]);
    await waitFor(() => expect(chat.isAsking()).toBe(false));
  });

  test("that is refused says why and is over", async () => {
    const { chat } = await startedTab();
    server.trouble.refusals.push({ message: "Nobody can take over right now." });
    chat.answer({ type: "ask-for-person" });
    await waitFor(() => expect(chat.notice.value).toBe("Nobody can take over right now."));
    expect(chat.isAsking()).toBe(false);
  });
});

describe("a visitor who comes back", () => {
  test("finds the conversation, and what was not sent is sent", async () => {
    const { storage } = await startedTab();
    const unreachable = server.socketUrl.replace("/widget/", "/nowhere/");
    openTab(unreachable, storage).chat.say("two");
    const { chat, texts } = openTab(server.socketUrl, storage);
    chat.resume();
    await waitFor(() => expect(texts()).toEqual(["one", "two"]));
    expect(server.conversations.size).toBe(1);
  });

  test("learns how much is unread, in every tab", async () => {
    const { chat, storage } = await startedTab();
    chat.markRead();
    server.conversation().assistantSays("two");
    server.conversation().agentSays("Ana", "three");
    const other = openTab(server.socketUrl, storage);
    other.chat.resume();
    await waitFor(() => expect([chat.unread(), other.chat.unread()]).toEqual([2, 2]));
    chat.markRead();
    other.chat.recall();
    expect([chat.unread(), other.chat.unread()]).toEqual([0, 0]);
  });

  test("starts afresh when the server knows the conversation no more", async () => {
    const { chat, texts } = await startedTab();
    for (const text of ["two", "three", "four"]) server.conversation().assistantSays(text);
    await waitFor(() => expect(texts()).toHaveLength(4));
    chat.markRead();
    server.conversations.clear();
    server.disconnect();
    await waitFor(() => expect(texts()).toEqual([]));
    chat.say("anew");
    await waitFor(() => expect(server.conversation().texts()).toEqual(["anew"]));
    server.conversation().assistantSays("welcome back");
    await waitFor(() => expect(chat.unread()).toBe(1));
  });

  test("stays one visitor in two tabs when the server begins another conversation with both at once", async () => {
    const one = await startedTab();
    const other = openTab(server.socketUrl, one.storage);
    other.chat.resume();
    await waitFor(() => expect(other.texts()).toEqual(["one"]));
    let goOn = (): void => {};
    server.trouble.welcomesWait.push(
      Promise.resolve(),
      new Promise((resolve) => {
        goOn = resolve;
      }),
    );
    const before = hellos().length;
    server.conversations.clear();
    server.disconnect();
    // One is welcomed and greets anew while the other still waits for its welcome to another conversation. Where one of
    // them is quicker with both, the other greets anew instead.
    await waitFor(() => expect(hellos().length).toBeGreaterThanOrEqual(before + 3));
    goOn();
    await waitFor(() => expect([one.texts(), other.texts()]).toEqual([[], []]));
    await waitFor(() => expect([one.chat.phase.value, other.chat.phase.value]).toEqual(["open", "open"]));
    one.chat.say("anew");
    other.chat.say("also");
    for (const { texts } of [one, other])
      await waitFor(() => expect(texts().sort()).toEqual(["also", "anew"]));
  });

  test("stays one visitor when two tabs begin at once", async () => {
    const storage = createStorage();
    const tabs = [openTab(server.socketUrl, storage), openTab(server.socketUrl, storage)];
    tabs.forEach(({ chat }, index) => {
      chat.say(`from tab ${index}`);
    });
    await waitFor(() => {
      for (const { texts } of tabs) expect(texts().sort()).toEqual(["from tab 0", "from tab 1"]);
    });
  });

  test("can write where the browser forbids storage", async () => {
    const forbidden = new Proxy({} as Storage, {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
    const { texts } = await startedTab(forbidden);
    server.disconnect();
    await waitFor(() => expect(hellos()).toHaveLength(2));
    expect(texts()).toEqual(["one"]);
    expect(server.conversations.size).toBe(1);
  });
});
