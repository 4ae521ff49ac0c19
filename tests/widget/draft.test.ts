import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createCells } from "../../widget/src/cell.ts";
import { createDraft } from "../../widget/src/draft/draft.ts";
import { newId } from "../../widget/src/new-id.ts";
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

const megabyte = 1024 * 1024;
const file = (name: string, bytes = 3) => new File([new Uint8Array(bytes)], name, { type: "text/plain" });

/** What is being written in a tab; uploads end when the test says so. */
function openDraft(pace: Partial<Pace> = {}) {
  const tab = openTab(server.socketUrl, createStorage(), pace);
  const uploads: { name: string; finish(): void; fail(words: string): void; cancelled: boolean }[] = [];
  const draft = createDraft({
    cell: createCells(() => draft.attachments.start()),
    chat: tab.chat,
    newId,
    token: () => (tab.chat.phase.value === "open" ? server.conversations.keys().next().value : undefined),
    upload({ name, type, size }, _token, tell) {
      const started = {
        name,
        cancelled: false,
        finish() {
          const view = { id: newId(), name, mime: type, size, url: `/files/${name}`, isImage: false };
          server.conversation().files.set(view.id, view);
          tell({ progress: 1, view });
        },
        fail: (failure: string) => tell({ progress: 0, failure }),
      };
      uploads.push(started);
      return () => {
        started.cancelled = true;
      };
    },
  });
  const said = () =>
    tab.chat.transcript.value.entries.map((entry) =>
      entry.type === "message" ? [entry.text, ...(entry.files ?? []).map(({ name }) => name)] : [],
    );
  /** Attaches, and waits until it is on its way. */
  async function attach(...files: File[]) {
    draft.attach(files);
    await waitFor(() => {
      draft.attachments.start();
      expect(uploads.map(({ name }) => name)).toEqual(expect.arrayContaining(files.map(({ name }) => name)));
    });
  }
  return { ...tab, draft, uploads, said, attach };
}

describe("files", () => {
  test("of a visitor who was never connected are uploaded once they are", async () => {
    const { draft, uploads, chat } = openDraft();
    expect(chat.phase.value).toBe("idle");
    draft.attach([file("a.txt")]);
    expect(uploads).toEqual([]);
    await waitFor(() => {
      draft.attachments.start();
      expect(uploads).toHaveLength(1);
    });
  });

  test("are sent with words, and without", async () => {
    const { draft, uploads, said, attach } = openDraft();
    await attach(file("a.txt"));
    uploads[0]?.finish();
    await waitFor(() => expect(draft.attachments.isUnderWay()).toBe(false));
    draft.text.value = " look ";
    draft.send();
    await waitFor(() => expect(said()).toEqual([["look", "a.txt"]]));
    await attach(file("b.txt"));
    uploads[1]?.finish();
    await waitFor(() => expect(draft.attachments.isUnderWay()).toBe(false));
    expect(draft.isReady()).toBe(true);
    draft.send();
    await waitFor(() =>
      expect(said()).toEqual([
        ["look", "a.txt"],
        ["", "b.txt"],
      ]),
    );
  });

  test("that are under way are waited for", async () => {
    const { draft, uploads, said, attach } = openDraft();
    await attach(file("a.txt"), file("b.txt"));
    draft.text.value = "both";
    draft.send();
    expect(draft.isSending.value).toBe(true);
    uploads[0]?.finish();
    await waitFor(() => expect(draft.attachments.all.value[0]?.view).toBeDefined());
    expect(draft.isSending.value).toBe(true);
    uploads[1]?.finish();
    await waitFor(() => expect(said()).toEqual([["both", "a.txt", "b.txt"]]));
    expect(draft.text.value).toBe("");
    expect(draft.isEmpty()).toBe(true);
  });

  test("that fail say why, keep the message from going, and can be tried again", async () => {
    const { draft, uploads, said, attach } = openDraft();
    await attach(file("a.txt"));
    draft.send();
    uploads[0]?.fail("The upload was interrupted.");
    await waitFor(() => expect(draft.isSending.value).toBe(false));
    const [failed] = draft.attachments.all.value;
    expect(failed?.failure).toBe("The upload was interrupted.");
    expect(draft.isReady()).toBe(false);
    expect(draft.problem()).toBe("Try again, or remove what was not uploaded.");
    draft.attachments.tryAgain(failed?.id ?? "");
    uploads[1]?.finish();
    await waitFor(() => expect(draft.isReady()).toBe(true));
    draft.send();
    await waitFor(() => expect(said()).toEqual([["", "a.txt"]]));
  });

  test("that are removed are not uploaded further, and do not hold up the rest", async () => {
    const { draft, uploads, said, attach } = openDraft();
    await attach(file("a.txt"));
    draft.text.value = "without it";
    draft.send();
    draft.attachments.remove(draft.attachments.all.value[0]?.id ?? "");
    expect(uploads[0]?.cancelled).toBe(true);
    await waitFor(() => expect(said()).toEqual([["without it"]]));
  });

  test("survive a lost connection", async () => {
    const { draft, uploads, said, attach, chat } = openDraft({ backoffMs: () => 500 });
    await attach(file("a.txt"));
    uploads[0]?.finish();
    await waitFor(() => expect(draft.attachments.isUnderWay()).toBe(false));
    server.disconnect();
    await waitFor(() => expect(chat.phase.value).toBe("lost"));
    draft.send();
    await waitFor(() => expect(said()).toEqual([["", "a.txt"]]));
  });

  test("that are too large or too many are not taken, in words", () => {
    const { draft } = openDraft();
    draft.attach([file("film.mp4", 25 * megabyte + 1), file("photo.jpg", 25 * megabyte)]);
    expect(draft.problem()).toBe("film.mp4 is larger than 25 MB.");
    expect(draft.attachments.all.value).toHaveLength(1);
    draft.attach(Array.from({ length: 10 }, (_, index) => file(`${index}.txt`)));
    expect(draft.problem()).toBe("At most 10 files can be sent at once.");
    expect(draft.attachments.all.value).toHaveLength(10);
  });
});

describe("changing a message", () => {
  async function said(text: string) {
    const tab = openDraft();
    tab.chat.say(text);
    await waitFor(() => expect(tab.texts()).toEqual([text]));
    return tab;
  }

  test("begins with its words, and gives back what was being written", async () => {
    const { draft, texts } = await said("helo");
    draft.text.value = "half a thou";
    draft.reviseLast();
    expect(draft.text.value).toBe("helo");
    draft.text.value = "hello";
    draft.send();
    expect(draft.text.value).toBe("half a thou");
    await waitFor(() => expect(texts()).toEqual(["hello"]));
  });

  test("that is left changes nothing", async () => {
    const { draft } = await said("hello");
    draft.reviseLast();
    draft.text.value = "something else";
    draft.leave();
    expect(draft.text.value).toBe("");
    expect(draft.revision.value).toBeUndefined();
    expect(server.heard.filter(({ type }) => type === "edit")).toEqual([]);
  });

  test("to the same words sends nothing, and to none at all cannot be sent", async () => {
    const { draft } = await said("hello");
    draft.reviseLast();
    draft.text.value = " ";
    expect(draft.isReady()).toBe(false);
    draft.text.value = "hello";
    draft.send();
    expect(draft.revision.value).toBeUndefined();
    expect(server.heard.filter(({ type }) => type === "edit")).toEqual([]);
  });
});
