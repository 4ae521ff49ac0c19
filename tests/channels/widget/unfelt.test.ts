import { afterEach, beforeEach, expect, test } from "vitest";
import { type Running, startRunning } from "../../support/running.ts";

let product: Running;
beforeEach(async () => {
  product = await startRunning({ withoutSlack: true });
});
afterEach(() => product.stop());

test("a note among the team sends nothing to the visitor, not even that something happened", async () => {
  const visitor = await product.visitor();
  const seq = await visitor.asksForPerson();
  await visitor.hears("Connecting you");
  const { conversations, storage } = product.app;
  const { summaries } = await storage.directory.list({});
  const conversationId = summaries[0]?.conversation.id ?? "";
  const agent = { id: "u-ana", name: "Ana" };
  const source = () => ({ via: "inbox", externalId: crypto.randomUUID() });
  await conversations.reply({ conversationId, agent, text: "Hello", source: source() });
  await visitor.hears("Hello");
  const before = visitor.frames.length;

  await conversations.note({ conversationId, agent, text: "A VIP", source: source() });
  await conversations.reply({ conversationId, agent, text: "Still there?", source: source() });
  await visitor.hears("Still there?");
  expect(visitor.frames).toHaveLength(before + 1);
  const last = visitor.frames.at(-1);
  expect(last?.type === "news" && last.seq).toBe(seq + 3);
});
