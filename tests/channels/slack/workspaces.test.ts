import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { routeFor } from "../../../src/channels/slack/workspace/route.ts";
import { eventually } from "./support.ts";
import { type Node, startWorkspaces, type Workspaces } from "./workspaces-support.ts";

let team: Workspaces;
let node: Node;
beforeEach(async () => {
  team = await startWorkspaces();
  node = await team.start({ admin: true });
});
afterEach(() => team.stop());

async function handedOff(text: string, siteKey?: string) {
  const visitor = node.visitor("Zoe", siteKey);
  await visitor.says(text);
  await visitor.asksForAPerson();
  await node.delivered();
  return visitor;
}

const inChannel = (channel: string) => team.acme.threads(channel).length;

describe("a site with a workspace of its own", () => {
  beforeEach(async () => {
    await node.installs("T0BETA");
    await node.sites.add({ key: "shop", name: "Shop" });
    const slack = { team: "T0BETA", channel: team.beta.channelId("helpdesk") };
    await node.sites.change("shop", { slack });
  });

  test("has its conversations there, and the other site's stay in the usual workspace", async () => {
    const visitor = await handedOff("From the shop", "shop");
    await handedOff("From elsewhere");
    expect(team.beta.threads("helpdesk")).toHaveLength(1);
    expect(inChannel("support")).toBe(1);
    expect(JSON.stringify(team.acme.threads("support"))).not.toContain("From the shop");

    await team.beta.as("ben").reply(team.beta.threads("helpdesk")[0] ?? never(), "Hello");
    await team.idle();
    expect((await node.store.find(visitor.id()))?.agent).toMatchObject({ name: "Ben" });
  });

  test("never has them in somebody else's workspace while its own is gone", async () => {
    await node.slack.workspaces.remove("T0BETA");
    const visitor = await handedOff("From the shop", "shop");
    expect(inChannel("support")).toBe(0);
    const [lane] = await node.lanes.depth();
    expect(lane).toMatchObject({ dead: 1 });
    await node.installs("T0BETA");
    await eventually(() => team.beta.threads("helpdesk")[0]?.replies.length);
    expect((await node.threads.find("slack", visitor.id()))?.startsWith("T0BETA/")).toBe(true);
  });

  test("and moved elsewhere, takes its open conversations along", async () => {
    await handedOff("From the shop", "shop");
    await node.sites.change("shop", {
      slack: { team: "T0ACME", channel: team.acme.channelId("help") },
    });
    await eventually(() => team.acme.threads("help")[0]?.replies.length);
    await node.delivered();
    await eventually(() =>
      team.beta.threads("helpdesk")[0]?.replies.some(({ text }) => text.startsWith("Continued in ")),
    );
  });
});

describe("a routing rule", () => {
  const route = (words: string, channel: string) =>
    node.settings.change({ routes: [{ words, channel }] }, "Ana");

  test("sends what its words match to its channel, and the rest to the usual one", async () => {
    await route("refund", "#refunds");
    await handedOff("I want a REFUND, please");
    await handedOff("I want a person");
    expect([inChannel("refunds"), inChannel("support")]).toEqual([1, 1]);
  });

  test("holds nobody up when its channel is out of reach, and says what is wrong", async () => {
    await route("refund", "#refunds-gone");
    await handedOff("My refund");
    await eventually(() => inChannel("support") === 1);
    await eventually(() => node.slack.health().state === "broken");
    expect(node.slack.health().detail).toContain("no channel #refunds-gone");
    await node.settings.change({ routes: [] }, "Ana");
    await eventually(() => node.slack.health().state === "on");
  });

  test("sends a trigger to its channel, whatever the visitor's words were", async () => {
    await route("angry customer", "#refunds");
    const visitor = node.visitor();
    await visitor.says("This is the third time I ask");
    await visitor.asksForAPerson("Angry customer");
    await node.delivered();
    expect([inChannel("refunds"), inChannel("support")]).toEqual([1, 0]);
  });

  test("is not looked at again while the conversation goes on", async () => {
    await route("refund", "#refunds");
    const visitor = await handedOff("I want a refund");
    await visitor.says("Thanks, now something else");
    await node.delivered();
    expect([inChannel("refunds"), inChannel("support")]).toEqual([1, 0]);
  });

  test("that goes away takes its conversations to the usual channel", async () => {
    await route("refund", "#refunds");
    await handedOff("I want a refund");
    await node.settings.change({ routes: [] }, "Ana");
    await eventually(() => inChannel("support") === 1);
    await node.delivered();
  });

  test("whose channel is archived does so too, and its conversations stay readable where they were", async () => {
    await route("refund", "#refunds");
    await handedOff("I want a refund");
    team.acme.trouble.archive("refunds");
    await eventually(() => inChannel("support") === 1);
    await node.delivered();
    expect(node.slack.health().detail).toMatch(/#refunds.*archived/);
  });
});

test.each([
  ["refund", "I'd like a REFUND!", true],
  ["refund", "refunds are slow", false],
  ["cafe", "Das Café ist zu", true],
  ["Rückgabe", "eine ruckgabe bitte", true],
  ["return  label", "Where is my return\nlabel?", true],
  ["c++", "I write C++ code", true],
  ["a.b", "axb", false],
  ["退款", "我要退款", true],
  ["คืนเงิน", "ขอคืนเงินค่ะ", true],
])("the words “%s” in “%s” match: %s", (words, text, matches) => {
  expect(routeFor([{ words, channel: "#x" }], [text]) !== undefined).toBe(matches);
});

test("the first rule that matches counts", () => {
  const routes = [
    { words: "order", channel: "#orders" },
    { words: "refund", channel: "#refunds" },
  ];
  expect(routeFor(routes, ["Asked for a refund", "my order"])?.channel).toBe("#orders");
  expect(routeFor(routes, ["nothing"])).toBeUndefined();
});

function never(): never {
  throw new Error("There is no thread.");
}
