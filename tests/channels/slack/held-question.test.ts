import { afterEach, expect, test } from "vitest";
import { type Asking, createAsking } from "../../../src/channels/slack/replies/asking.ts";
import type { Told } from "../../../src/channels/slack/replies/telling.ts";
import type { HeldReply } from "../../../src/conversation/ports.ts";
import { type HandedOff, startHandedOff } from "./handed-off.ts";
import { eventually } from "./support.ts";

let desk: HandedOff;
let asking: Asking;
const told: Told[] = [];
afterEach(async () => {
  asking.stop();
  await desk.stop();
  told.length = 0;
});

async function asked(): Promise<HeldReply> {
  desk = await startHandedOff();
  asking = createAsking({
    heldReplies: desk.heldReplies,
    tell: (_agent, words) => void told.push(words),
    remindAfterMs: 30,
  });
  const held: HeldReply = {
    source: { via: "slack", externalId: "T1/C1/1.1" },
    conversationId: desk.visitor.id(),
    agent: { id: "slack:T1/U1", name: "Ana" },
    text: "fyi <b> & co",
    reason: "note",
  };
  await desk.heldReplies.hold(held);
  return held;
}

test("an agent who does not answer is asked once more, and only once", async () => {
  const held = await asked();
  asking.ask(held, Object.create(null));
  await eventually(() => told.length === 2);
  expect(told[1]?.text).toContain("still not been sent");
  expect(JSON.stringify(told[1]?.blocks)).toContain("fyi &lt;b&gt; &amp; co");
});

test("an agent who has answered is not asked again", async () => {
  const held = await asked();
  const { find } = desk.heldReplies;
  let looks = 0;
  desk.heldReplies.find = (source) => {
    looks += 1;
    return find(source);
  };
  asking.ask(held, Object.create(null));
  await desk.heldReplies.drop(held.source);
  await eventually(() => looks === 1);
  expect(told).toHaveLength(1);
});
