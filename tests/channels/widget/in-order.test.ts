import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { waitFor } from "../../support/patience.ts";
import { type Running, startRunning } from "../../support/running.ts";

let running: Running;
beforeAll(async () => {
  running = await startRunning({ withoutSlack: true });
});
afterAll(() => running.stop());

describe("what a visitor sends in one go", () => {
  test("is saved in the order it was sent, with files or without", async () => {
    const visitor = await running.visitor();
    const file = await visitor.uploads("a.txt", "a");
    const [first, second] = [randomUUID(), randomUUID()];
    visitor.send({ type: "say", id: first, text: "one", files: [file.id] });
    visitor.send({ type: "say", id: second, text: "two" });
    expect(await visitor.answerTo(first)).toBeLessThan(await visitor.answerTo(second));
    visitor.leaves();
  });

  test("may be a message and its correction", async () => {
    const visitor = await running.visitor();
    const file = await visitor.uploads("a.txt", "a");
    const [messageId, change] = [randomUUID(), randomUUID()];
    visitor.send({ type: "say", id: messageId, text: "Look at tihs", files: [file.id] });
    visitor.send({ type: "edit", id: change, messageId, text: "Look at this" });
    await visitor.answerTo(change);
    await visitor.hears("Look at this");
    visitor.leaves();
  });
});

test("who says hello twice at once is hung up on, and listened for once", async () => {
  const { token } = await running.visitor();
  const socket = new WebSocket(`${running.url.replace("http", "ws")}/widget/socket?site=default`);
  await once(socket, "open");
  const hello = JSON.stringify({ type: "hello", token, after: 0 });
  socket.send(hello);
  socket.send(hello);
  const [code] = await once(socket, "close");
  expect(code).toBe(1008);
});

test("a receipt for what was never sent to this visitor's browser is not looked into", async () => {
  const reach = vi.spyOn(running.app.conversations, "reach");
  const visitor = await running.visitor();
  await visitor.says("Talk to a human");
  await visitor.hears("Connecting you");
  const { cursor } = visitor;
  visitor.reached(cursor + 1_000);
  visitor.reached(cursor);
  await waitFor(() => expect(reach).toHaveBeenCalled());
  expect(reach.mock.calls.map(([{ upTo }]) => upTo)).toEqual([cursor]);
  reach.mockRestore();
  visitor.leaves();
});

test("who comes back while something happens is told a state as new as the words", async () => {
  const visitor = await running.visitor();
  const id = randomUUID();
  await running.app.settings.change({ liveHandoff: false }, "Ana");
  await visitor.says("What does it cost?", id);
  await visitor.hears("Nobody from the team");
  const { sub } = JSON.parse(Buffer.from(visitor.token.split(".")[1] ?? "", "base64url").toString());
  const { store } = running.app.storage;
  const { eventsAfter } = store;
  const spy = vi.spyOn(store, "eventsAfter").mockImplementationOnce(async (...which) => {
    await running.app.conversations.handOff({
      ...{ siteKey: "default", visitor: { id: sub } },
      decision: { by: "button", reason: "Asked for a person" },
      source: { via: "widget", externalId: randomUUID() },
    });
    return eventsAfter(...which);
  });
  const back = await running.visitor(visitor.token);
  spy.mockRestore();
  await running.app.settings.change({ liveHandoff: true }, "Ana");
  expect(back.frames[0]).toMatchObject({
    type: "welcome",
    state: { status: "waiting" },
    entries: expect.arrayContaining([
      expect.objectContaining({ text: expect.stringContaining("Connecting") }),
    ]),
  });
  for (const each of [visitor, back]) each.leaves();
});
