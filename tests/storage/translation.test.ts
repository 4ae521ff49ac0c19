import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Message } from "../../src/conversation/message.ts";
import { change, onEachDatabase, somebody } from "./on-each-database.ts";

const word = (stem: string) => `${stem}${randomUUID().slice(0, 8)}`;

onEachDatabase("a translated conversation", (bench) => {
  const found = async (search: string) =>
    (await bench.storage.directory.list({ search })).summaries.map(({ conversation: { id }, lastText }) => ({
      id,
      lastText,
    }));

  test("is found by what was said and by its translation, and lists show the team's language", async () => {
    const [french, german] = [word("commande"), word("Bestellung")];
    const message: Message = {
      ...{ id: randomUUID(), author: { kind: "visitor" }, text: french, note: false },
      translation: { state: "awaited" },
    };
    const { store } = bench.storage;
    const { conversation } = await store.record(change(somebody(), { type: "message.posted", message }));
    if (!conversation) throw new Error("Nothing was recorded.");
    const { id } = conversation;
    expect(await found(french)).toEqual([{ id, lastText: french }]);

    const translation = { state: "done", text: german, language: "de" } as const;
    const posted = { seq: 1, at: 1 };
    await store.record(
      change(conversation, { type: "message.translated", message: { ...message, translation }, posted }),
    );
    expect(await found(french)).toEqual([{ id, lastText: german }]);
    expect(await found(german)).toEqual([{ id, lastText: german }]);
  });

  test("still knows both languages after a restart", async () => {
    const before = { ...somebody(), translating: { isOn: true, teamLanguage: "de" } };
    before.visitor = { id: before.visitor.id, language: "pt-BR" };
    await bench.storage.store.record(
      change(before, {
        ...{ type: "conversation.translationSwitched", isOn: true, teamLanguage: "de" },
        by: { id: "u1", name: "Ben" },
      }),
    );
    await bench.restart();
    const after = await bench.storage.store.find(before.id);
    expect(after?.translating).toEqual({ isOn: true, teamLanguage: "de" });
    expect(after?.visitor.language).toBe("pt-BR");
  });
});
