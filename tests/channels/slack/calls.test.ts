import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Escalation } from "../../../src/conversation/escalation.ts";
import { eventually, type SlackTeam, startTeam } from "./support.ts";

let team: SlackTeam;
let visitor: ReturnType<SlackTeam["visitor"]>;
beforeEach(async () => {
  team = await startTeam();
  visitor = team.visitor("Zoe <b>");
  await visitor.says("Help");
  await visitor.asksForAPerson();
  await team.delivered();
});
afterEach(() => team.stop());

async function escalates(escalation: Escalation, sentence?: string): Promise<void> {
  const { generation = 0 } = (await team.store.find(visitor.id())) ?? {};
  await team.conversations.escalate({
    ...{ conversationId: visitor.id(), generation, escalation, sentence },
    source: { via: "ladder", externalId: randomUUID() },
  });
  await team.delivered();
}

test("who is named for it is called in the thread, in words that Slack notifies them of", async () => {
  await escalates({ kind: "mention", minutes: 2, who: [team.ana.userId, "S0123ABCD"] });
  const reply = team.thread().replies.at(-1);
  expect(reply?.text).toBe(
    `<@${team.ana.userId}> <!subteam^S0123ABCD> Nobody has answered for 2 min, so you are called here.`,
  );
  expect(JSON.stringify(reply?.blocks)).toContain(`"type":"user","user_id":"${team.ana.userId}"`);
  expect(JSON.stringify(reply?.blocks)).toContain('"type":"usergroup","usergroup_id":"S0123ABCD"');
});

test("who is on call gets a direct message with the way to the conversation, and the thread says so", async () => {
  await escalates({ kind: "direct", minutes: 4, who: [team.ana.userId] });
  await eventually(() =>
    team.ana
      .inbox()
      .some(
        ({ text }) =>
          text.includes("has been waiting for 4 min") && text.includes(`/inbox/c/${visitor.id()}`),
      ),
  );
  expect(JSON.stringify(team.ana.inbox())).toContain("Zoe &lt;b&gt;");
  expect(team.thread().replies.at(-1)?.text).toBe(
    "Nobody has answered for 4 min, so one person got a direct message.",
  );
});

test("somebody who is not there takes nothing away from the others", async () => {
  await escalates({ kind: "direct", minutes: 4, who: ["U00000000", team.ben.userId] });
  await eventually(() => team.ben.inbox().length > 0);
});

test.each([
  ["sms", "told by SMS"],
  ["email", "told by email"],
  ["contact", "where to answer them"],
  ["assistant", "the assistant went on"],
] as const)("the thread says when the step is %s", async (kind, words) => {
  await escalates({ kind, minutes: 5, who: [] });
  expect(team.thread().replies.at(-1)?.text).toContain(words);
});

test("people of the channel and the workspace's groups can be called, and apps cannot", async () => {
  const callable = await team.slack.callable();
  expect(callable.map(({ name, isGroup }) => (isGroup ? `@${name}` : name))).toEqual([
    "Ana",
    "Ben",
    "Chris",
    "@support-team",
  ]);
});
