import { afterEach, expect, test } from "vitest";
import { type Answer, createAnswers } from "../../../src/channels/slack/replies/answers.ts";
import { type Asking, createAsking, heldActions } from "../../../src/channels/slack/replies/asking.ts";
import type { Told } from "../../../src/channels/slack/replies/telling.ts";
import type { HeldReply } from "../../../src/conversation/held-replies.ts";
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

test("only the one who wrote something decides whom it is for", async () => {
  const held = await asked();
  const shown: unknown[] = [];
  const recorded: unknown[] = [];
  const record = async (said: unknown) => {
    recorded.push(said);
    return { fresh: true, conversationId: held.conversationId, seq: 9, events: [], conversation: undefined };
  };
  const answer = createAnswers({
    ...{ heldReplies: desk.heldReplies, store: desk.store },
    ...{ recording: { send: record, keep: record }, sendHeld: record },
  });
  const press = (user: string, value = held.source.externalId) =>
    answer({
      body: { user: { id: user }, response_url: "https://hooks.slack.com/1" },
      action: { action_id: heldActions.keep, value },
      respond: async (words: unknown) => void shown.push(words),
      workspace: {
        identity: async () => ({ teamId: "T1" }),
        directory: { userOf: async ({ id }: { id: string }) => id.replace("slack:T1/", "") },
      },
    } as unknown as Answer);

  await press("U2");
  expect(shown).toMatchObject([{ text: "Only Ana, who wrote this, can decide." }]);
  await press("U1", "T2/C1/1.1");
  expect(recorded).toEqual([]);
  await press("U1");
  expect(recorded).toHaveLength(1);
  expect(shown.at(-1)).toMatchObject({ text: "🔒 Kept internal. The visitor was not sent it." });
});
