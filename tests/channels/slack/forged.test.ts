import { afterEach, beforeEach, expect, test } from "vitest";
import { cardActions } from "../../../src/channels/slack/card/card-actions.ts";
import { toMemory } from "../../../src/channels/slack/shortcuts/memory.ts";
import { suggestionActions } from "../../../src/channels/slack/suggestions/suggestion-actions.ts";
import { eventually } from "./support.ts";
import { type Node, startWorkspaces, type Workspaces } from "./workspaces-support.ts";

let team: Workspaces;
let node: Node;
let conversationId: string;
beforeEach(async () => {
  team = await startWorkspaces();
  node = await team.start({ admin: true });
  await node.installs("T0BETA");
  const visitor = node.visitor("Zoe");
  await visitor.says("Help");
  await visitor.asksForAPerson();
  await node.delivered();
  conversationId = visitor.id();
});
afterEach(() => team.stop());

const conversation = () => node.store.find(conversationId);

async function inBeta(method: string, body: object) {
  const response = await fetch(`${team.apiUrl}${method}`, {
    method: "POST",
    headers: { authorization: "Bearer xoxb-beta", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return response.json();
}

async function forgedCard(element: object) {
  const channel = team.beta.channelId("helpdesk");
  const blocks = [{ type: "actions", elements: [element] }];
  const { ts } = await inBeta("chat.postMessage", { channel, text: "A card", blocks });
  return { channel, ts };
}

const button = (action_id: string, value: string) => ({
  ...{ type: "button", action_id, value },
  text: { type: "plain_text", text: "Press" },
});

test.each([
  ...[cardActions.claim, cardActions.close, cardActions.handBack, suggestionActions.send],
])("a button in one workspace does nothing to another workspace's conversation: %s", async (action) => {
  const before = await conversation();
  const value = action === suggestionActions.send ? `${conversationId} s1` : conversationId;
  await team.beta.as("ben").click(await forgedCard(button(action, value)), "Press");
  await team.idle();
  expect(await conversation()).toEqual(before);
  await eventually(() =>
    team.beta
      .as("ben")
      .inbox()
      .some(({ text }) => text.includes("not in this Slack")),
  );
});

test.each([
  "savedReply",
  "transcript",
  "block",
])("nor does its menu say anything of it: %s", async (choice) => {
  const option = { text: { type: "plain_text", text: "Choose" }, value: `${choice} ${conversationId}` };
  const menu = {
    type: "overflow",
    action_id: cardActions.menu,
    options: [option, { ...option, value: "x" }],
  };
  await team.beta.as("ben").click(await forgedCard(menu), cardActions.menu, option.value);
  const view = await eventually(() => {
    const shown = JSON.stringify(team.beta.as("ben").view()?.blocks ?? []);
    return shown.includes("not in this Slack") ? shown : undefined;
  });
  expect(view).not.toContain("Zoe");
});

test.each([
  "",
  "x",
  "claim",
  "{}",
  "block ",
  "nothing 1",
  "block 00000000-0000-4000-8000-000000000000",
])("a value that means nothing changes nothing, and whoever pressed is told: %j", async (value) => {
  const before = await conversation();
  await team.beta.as("ben").click(await forgedCard(button(cardActions.close, value || " ")), "Press");
  await team.idle();
  expect(await conversation()).toEqual(before);
  await eventually(() => team.beta.as("ben").inbox().length > 0);
});

test("what a modal remembers of another workspace's conversation is not acted upon", async () => {
  const spot = { channel: team.beta.channelId("helpdesk") };
  const opened = await forgedCard({
    ...{ type: "overflow", action_id: cardActions.menu },
    options: [{ text: { type: "plain_text", text: "Choose" }, value: `block ${conversationId}` }],
  });
  await team.beta.as("ben").click(opened, cardActions.menu, `block ${conversationId}`);
  const view = await eventually(() => {
    const shown = team.beta.as("ben").view();
    return JSON.stringify(shown?.blocks ?? []).includes("Slack workspace") ? shown : undefined;
  });
  await inBeta("views.update", {
    view_id: view.id,
    view: {
      ...{ type: "modal", callback_id: "handoff_block_confirmed" },
      private_metadata: toMemory({ conversationId, spot }),
      title: { type: "plain_text", text: "Block" },
      submit: { type: "plain_text", text: "Block" },
      blocks: [{ type: "section", text: { type: "mrkdwn", text: "Really?" } }],
    },
  });
  await team.beta.as("ben").submit({});
  expect((await conversation())?.isBlocked).toBe(false);
});
