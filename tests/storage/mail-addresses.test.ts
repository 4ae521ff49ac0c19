import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { AddressOf } from "../../src/mail/addresses.ts";
import { onEachDatabase } from "./on-each-database.ts";

onEachDatabase("mail addresses", (bench) => {
  const zoe = (): AddressOf => ({
    conversationId: randomUUID(),
    role: "visitor",
    recipient: "zoe@example.com",
  });

  test("are one for each conversation, role and person, whoever asks for it at the same moment", async () => {
    const whose = zoe();
    const made = await bench.atOnce(({ mailAddresses }) => mailAddresses.of(whose));
    const tokens = new Set(made.map(({ token }) => token));
    expect(tokens.size).toBe(1);
    const agent = await bench.storage.mailAddresses.of({ ...whose, role: "agent" });
    expect(tokens.has(agent.token)).toBe(false);
  });

  test("lead to the conversation by a token that nobody can guess and every mail program keeps", async () => {
    const address = await bench.storage.mailAddresses.of(zoe());
    expect(address.token).toMatch(/^[a-z0-9]{20}$/);
    await bench.restart();
    expect(await bench.storage.mailAddresses.find(address.token)).toEqual(address);
    expect(await bench.storage.mailAddresses.find("a".repeat(20))).toBeUndefined();
  });

  test("know the mails that were sent, the oldest first, and not without end", async () => {
    const { mailAddresses } = bench.storage;
    const { token } = await mailAddresses.of(zoe());
    for (let count = 1; count <= 25; count += 1) await mailAddresses.sent(token, `<${count}@example.com>`);
    const { messageIds } = (await mailAddresses.find(token)) ?? { messageIds: [] };
    expect(messageIds).toHaveLength(20);
    expect(messageIds.at(-1)).toBe("<25@example.com>");
  });
});
