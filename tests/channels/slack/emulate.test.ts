import { WebClient } from "@slack/web-api";
import { createEmulator, defineEmulator } from "emulate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, startApp } from "./support.ts";

const botToken = "xoxb-emulated";
const anaToken = "xoxp-ana";

let emulator: { url: string; close(): Promise<void> };
let app: Awaited<ReturnType<typeof startApp>>;
let channel: string;
const ana = () =>
  new WebClient(anaToken, { slackApiUrl: `${emulator.url}/api/`, retryConfig: { retries: 0 } });

/** The emulator has no public way to register for its events, so its dispatcher is caught as it is made. */
async function emulatedSlack(seed: object) {
  type Dispatcher = { register(subscription: object): void };
  type DispatcherClass = { prototype: { setHeaderFactory(make: unknown): unknown } };
  let Class: DispatcherClass | undefined;
  const probe = defineEmulator({
    name: "probe",
    state: () => ({}),
    setup({ webhooks }: { webhooks: { constructor: DispatcherClass } }) {
      Class = webhooks.constructor;
    },
  } as never);
  await (await createEmulator({ service: probe, listen: false } as never)).close();
  if (!Class) throw new Error("The emulator no longer shows its dispatcher.");

  let dispatcher: Dispatcher | undefined;
  const original = Class.prototype.setHeaderFactory;
  Class.prototype.setHeaderFactory = function (this: Dispatcher, make: unknown) {
    dispatcher = this;
    return original.call(this, make);
  };
  const slack = await createEmulator({ service: "slack", port: 0, seed: { slack: seed } } as never);
  Class.prototype.setHeaderFactory = original;
  if (!dispatcher) throw new Error("The emulator no longer makes its dispatcher this way.");
  const { register } = dispatcher;
  return {
    slack,
    deliverTo: (url: string) =>
      register.call(dispatcher, { url, events: ["*"], active: true, owner: "slack" }),
  };
}

beforeAll(async () => {
  const { slack, deliverTo } = await emulatedSlack({
    team: { name: "Acme", domain: "acme" },
    users: [{ name: "ana", real_name: "Ana Agent", email: "ana@example.com" }],
    channels: [{ name: "support", is_private: false }],
    bots: [{ name: "handoff" }],
    tokens: [
      { token: botToken, type: "bot", bot_id: "B0HANDOFF", bot_user_id: "U0HANDOFF", app_id: "A0HANDOFF" },
      { token: anaToken, type: "user", user: "ana" },
    ],
    signing_secret: "emulated-secret",
  });
  emulator = slack as unknown as typeof emulator;
  app = await startApp({
    botToken,
    signingSecret: "emulated-secret",
    channel: "support",
    apiUrl: `${emulator.url}/api`,
  });
  deliverTo(app.eventsUrl ?? "");
  const { channels } = await ana().conversations.list();
  channel = channels?.find(({ name }) => name === "support")?.id ?? "";
  await ana().conversations.join({ channel });
});

afterAll(async () => {
  await app?.stop();
  await emulator?.close();
});

test("in a Slack made by others, a handoff becomes a thread and an agent's reply comes back", async () => {
  expect(app.slack.health()).toMatchObject({ state: "on" });
  const visitor = app.visitor("Zoe");
  await visitor.says("How do I <export> my data?");
  await visitor.asksForAPerson();
  const root = await eventually(async () => (await ana().conversations.history({ channel })).messages?.[0]);
  const replies = await eventually(async () => {
    const { messages = [] } = await ana().conversations.replies({ channel, ts: root.ts ?? "" });
    return messages.length === 2 && messages;
  });
  expect(JSON.stringify(root)).toContain("Zoe");
  expect(JSON.stringify(replies)).toContain("How do I <export> my data?");

  await ana().chat.postMessage({ channel, thread_ts: root.ts ?? "", text: "Under *Settings* &amp; Export" });
  const events = await eventually(async () => {
    const all = await app.store.eventsAfter(visitor.id(), 2);
    return all.length > 0 && all;
  });
  expect(events).toMatchObject([
    {
      type: "message.posted",
      via: "slack",
      message: { author: { kind: "agent", name: "Ana Agent" }, text: "Under **Settings** & Export" },
    },
  ]);

  await visitor.says("Thank you!");
  await eventually(async () => {
    const { messages = [] } = await ana().conversations.replies({ channel, ts: root.ts ?? "" });
    return messages.at(-1)?.text === "Thank you!";
  });
  // Its own posts came back to it as events; none of them was taken for somebody's reply.
  expect((await app.store.eventsAfter(visitor.id(), 0)).length).toBe(4);
});
