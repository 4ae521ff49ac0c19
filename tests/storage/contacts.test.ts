import { expect, test } from "vitest";
import { change, onEachDatabase, somebody } from "./on-each-database.ts";

onEachDatabase("where a visitor is answered", (bench) => {
  const phone = () => `+1415${Math.floor(Math.random() * 1e10)}`;
  const note = { type: "conversation.reached", upTo: 1, isSeen: false, bySms: true } as const;

  test("is kept, with where they are not reached any more", async () => {
    const lost = {
      way: "email",
      recipient: "zoe@example.com",
      reason: "bounced",
      words: "Unknown.",
    } as const;
    const zoe = somebody();
    const visitor = { ...zoe.visitor, email: "zoe@example.com", phone: phone() };
    const { conversation } = await bench.storage.store.record(
      change({ ...zoe, visitor, textedSeq: 1, lostContacts: [lost] }, note),
    );
    await bench.restart();
    expect(await bench.storage.store.find(zoe.id)).toEqual(conversation);
    expect(conversation).toMatchObject({ visitor, textedSeq: 1, lostContacts: [lost] });
  });

  test("leads by a number to the conversations that were answered there", async () => {
    const { store, phones } = bench.storage;
    const number = phone();
    const ids: string[] = [];
    for (const textedSeq of [1, 1, 0]) {
      const one = somebody();
      const visitor = { ...one.visitor, phone: number };
      const message = {
        id: crypto.randomUUID(),
        author: { kind: "visitor" },
        text: "Hi",
        note: false,
      } as const;
      await store.record(change({ ...one, visitor, textedSeq }, { type: "message.posted", message }));
      ids.unshift(one.id);
    }
    const found = await phones.textedAt(number);
    expect(found.map(({ id }) => id).sort()).toEqual(ids.slice(1).sort());
    expect(await phones.textedAt(phone())).toEqual([]);
  });

  test("is found by a part of the number", async () => {
    const { store, directory } = bench.storage;
    const number = phone();
    const one = somebody();
    await store.record(change({ ...one, visitor: { ...one.visitor, phone: number } }, note));
    const { summaries } = await directory.list({ search: number.slice(2) });
    expect(summaries.map(({ conversation: { id } }) => id)).toEqual([one.id]);
  });
});
