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

const edits = () => server.heard.filter(({ type }) => type === "edit");

async function startedTab(storage?: Storage) {
  const tab = openTab(server.socketUrl, storage);
  tab.chat.say("one");
  await waitFor(() => expect(tab.texts()).toEqual(["one"]));
  const own = () => {
    const last = tab.chat.lastOwn();
    if (!last) throw new Error("The visitor said nothing.");
    return last;
  };
  return { ...tab, own };
}

describe("what others change", () => {
  test("takes its own place, also for who was away", async () => {
    const { texts, chat } = await startedTab();
    const id = server.conversation().agentSays("Ana", "tow");
    server.conversation().agentSays("Ana", "three");
    await waitFor(() => expect(texts()).toEqual(["one", "tow", "three"]));
    server.conversation().edits(id, "two");
    await waitFor(() => expect(texts()).toEqual(["one", "two", "three"]));
    server.disconnect();
    server.conversation().edits(id, "2");
    await waitFor(() => expect(texts()).toEqual(["one", "2", "three"]));
    expect(chat.transcript.value.entries[1]).toMatchObject({ isEdited: true, seq: 2 });
  });

  test("is not unread again, and what is taken back is not unread at all", async () => {
    const { chat } = await startedTab();
    const seen = server.conversation().agentSays("Ana", "two");
    await waitFor(() => expect(chat.unread()).toBe(1));
    chat.markRead();
    const unseen = server.conversation().agentSays("Ana", "three");
    server.conversation().edits(seen, "2");
    await waitFor(() => expect(chat.transcript.value.seq).toBe(4));
    expect(chat.unread()).toBe(1);
    server.conversation().takesBack(unseen);
    await waitFor(() => expect(chat.unread()).toBe(0));
  });

  test("leaves no trace when it is taken back, also while the visitor was away", async () => {
    const { texts } = await startedTab();
    const ids = ["two", "three"].map((text) => server.conversation().agentSays("Ana", text));
    await waitFor(() => expect(texts()).toHaveLength(3));
    server.conversation().takesBack(ids[0] ?? "");
    await waitFor(() => expect(texts()).toEqual(["one", "three"]));
    server.disconnect();
    server.conversation().takesBack(ids[1] ?? "");
    await waitFor(() => expect(texts()).toEqual(["one"]));
  });
});

describe("a visitor who changes a message", () => {
  test("reads the new words at once, and they are confirmed", async () => {
    const { chat, own, texts } = await startedTab();
    chat.edit(own().id, "1");
    expect(chat.wordsOf(own())).toBe("1");
    expect(chat.editOf(own().id)).toMatchObject({ state: "sending" });
    await waitFor(() => expect(texts()).toEqual(["1"]));
    await waitFor(() => expect(chat.outgoing.value).toEqual([]));
    expect(own().isEdited).toBe(true);
    expect(server.conversation().texts()).toEqual(["1"]);
  });

  test("keeps the new words from the confirmation until the news", async () => {
    const { chat, own, texts } = await startedTab();
    server.conversation().listeners.clear();
    chat.edit(own().id, "1");
    await waitFor(() => expect(chat.outgoing.value).toEqual([]));
    expect(texts()).toEqual(["1"]);
  });

  test("does not lose the change with the connection", async () => {
    const { chat, own } = await startedTab();
    server.trouble.deafTo.add("edit");
    chat.edit(own().id, "1");
    await waitFor(() => expect(edits()).toHaveLength(1));
    server.trouble.deafTo.clear();
    server.disconnect();
    await waitFor(() => expect(server.conversation().texts()).toEqual(["1"]));
    expect(edits()[1]).toEqual(edits()[0]);
  });

  test("learns why it was refused, and can try again or leave it", async () => {
    const { chat, own } = await startedTab();
    const refusal = { message: "This message can no longer be changed." };
    server.trouble.refusals.push(refusal, refusal);
    chat.edit(own().id, "1");
    await waitFor(() =>
      expect(chat.editOf(own().id)).toMatchObject({ state: "failed", reason: refusal.message }),
    );
    const id = () => chat.editOf(own().id)?.frame.id ?? "";
    chat.tryAgain(id());
    await waitFor(() => expect(edits()).toHaveLength(2));
    await waitFor(() => expect(chat.editOf(own().id)).toMatchObject({ state: "failed" }));
    chat.discard(id());
    expect(chat.wordsOf(own())).toBe("one");
  });

  test("has one change under way, the newest", async () => {
    const { chat, own } = await startedTab();
    server.trouble.refusals.push({ message: "Not now." });
    chat.edit(own().id, "1");
    await waitFor(() => expect(chat.editOf(own().id)).toMatchObject({ state: "failed" }));
    chat.edit(own().id, "2");
    await waitFor(() => expect(server.conversation().texts()).toEqual(["2"]));
    await waitFor(() => expect(chat.outgoing.value).toEqual([]));
  });

  test("keeps no change of a message that is gone", async () => {
    const { chat, own } = await startedTab();
    server.trouble.refusals.push({ message: "Not now." });
    const { id } = own();
    chat.edit(id, "1");
    await waitFor(() => expect(chat.editOf(id)).toMatchObject({ state: "failed" }));
    server.conversation().takesBack(id);
    await waitFor(() => expect(chat.outgoing.value).toEqual([]));
  });

  test("may do so for a quarter of an hour, and only with their own", async () => {
    const { chat, own } = await startedTab();
    server.conversation().agentSays("Ana", "two");
    await waitFor(() => expect(chat.transcript.value.entries).toHaveLength(2));
    const [, theirs] = chat.transcript.value.entries;
    expect(chat.mayEdit(own())).toBe(true);
    expect(theirs && chat.mayEdit(theirs)).toBe(false);
    expect(chat.mayEdit({ ...own(), at: Date.now() - 15 * 60_000 })).toBe(false);
  });
});
