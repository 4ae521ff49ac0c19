import type { App } from "@slack/bolt";
import { afterEach, expect, test, vi } from "vitest";
import { startBoltApp, webClient } from "./bolt-app.ts";
import { type SlackSimulator, startSlackSimulator } from "./index.ts";

let simulator: SlackSimulator;
let stopApp = async () => {};
afterEach(async () => {
  await stopApp();
  await simulator.stop();
});

async function slackWith(prepare: (app: App) => void) {
  simulator = await startSlackSimulator({ paced: false, retryDelaysMs: [] });
  stopApp = (await startBoltApp(simulator, prepare)).stop;
}
const plain = (text: string) => ({ type: "plain_text" as const, text });
const button = (action_id: string, text: string) => ({
  type: "actions" as const,
  elements: [{ type: "button" as const, action_id, text: plain(text), value: "c1" }],
});
const settings = {
  type: "modal" as const,
  callback_id: "settings",
  title: plain("Handoff"),
  submit: plain("Save"),
  blocks: [
    {
      type: "input" as const,
      block_id: "recipients",
      label: plain("Email recipients"),
      element: { type: "plain_text_input" as const, action_id: "value", multiline: true },
    },
    {
      type: "input" as const,
      block_id: "live",
      optional: true,
      label: plain("Live handoff"),
      element: {
        type: "checkboxes" as const,
        action_id: "value",
        options: [{ text: plain("On"), value: "on" }],
      },
    },
    {
      type: "input" as const,
      block_id: "agent",
      optional: true,
      label: plain("Agent"),
      element: { type: "users_select" as const, action_id: "value" },
    },
  ],
};

async function card() {
  const channel = simulator.channelId("support");
  const { ts } = await webClient(simulator).chat.postMessage({
    channel,
    text: "card",
    blocks: [button("claim", "Claim")],
  });
  return { channel, ts: String(ts) };
}

test("a click brings the action with its message, and the app's answers come back", async () => {
  const actions: unknown[] = [];
  await slackWith((app) => {
    app.action("claim", async ({ ack, body, respond }) => {
      actions.push(body);
      await ack();
      await respond({ text: "Yours now", response_type: "ephemeral", replace_original: false });
      await respond({ text: "Claimed by Ana", replace_original: true });
    });
  });
  const at = await card();
  await expect(simulator.as("ana").click(at, "Sing")).rejects.toThrow(
    'Nothing here is called "Sing". There is: Claim',
  );
  expect(await simulator.as("ana").click(at, "Claim")).toEqual({});
  expect(actions[0]).toMatchObject({
    type: "block_actions",
    user: { id: simulator.as("ana").userId },
    container: { type: "message", message_ts: at.ts, channel_id: at.channel },
    message: { ts: at.ts },
    actions: [{ action_id: "claim", value: "c1", type: "button" }],
  });
  expect(simulator.as("ana").inbox()).toMatchObject([{ text: "Yours now", is_ephemeral: true }]);
  expect(simulator.as("ben").inbox()).toEqual([]);
  const [replaced] = simulator.messages("support");
  expect(replaced).toMatchObject({ text: "Claimed by Ana" });
  expect(replaced).not.toHaveProperty("blocks");
});

test("a response_url works five times", async () => {
  const statuses: number[] = [];
  await slackWith((app) => {
    app.action("claim", async ({ ack, body }) => {
      await ack();
      const url = String((body as { response_url?: string }).response_url);
      for (let use = 0; use < 6; use++) {
        const { status } = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ text: "again" }),
        });
        statuses.push(status);
      }
    });
  });
  await simulator.as("ana").click(await card(), "claim");
  expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
});

test("a command answers its author alone, or the channel; one nobody takes is complained about", async () => {
  await slackWith((app) => {
    app.command("/handoff", async ({ ack, command }) =>
      ack(
        command.text === "loud" ? { response_type: "in_channel", text: "For all" } : `Hello ${command.text}`,
      ),
    );
  });
  const ana = simulator.as("ana");
  expect(await ana.command("/handoff", "@ben")).toMatchObject({
    text: `Hello <@${simulator.as("ben").userId}|ben>`,
  });
  await ana.command("/handoff", "loud");
  expect(simulator.messages("support").map(({ text }) => text)).toEqual(["For all"]);
  simulator.deliverTo("http://127.0.0.1:9/");
  expect(await ana.command("/handoff", "")).toMatchObject({
    text: '/handoff failed with the error "dispatch_failed"',
  });
});

test("a modal opens, refuses, submits and keeps what was filled in", async () => {
  const submitted: unknown[] = [];
  await slackWith((app) => {
    app.command("/handoff", async ({ ack, command, client }) => {
      await client.views.open({ trigger_id: command.trigger_id, view: settings });
      await ack();
    });
    app.view("settings", async ({ ack, view }) => {
      const text = view.state.values.recipients?.value?.value ?? "";
      if (!text.includes("@"))
        return ack({ response_action: "errors", errors: { recipients: "Not an email address" } });
      submitted.push(view.state.values);
      await ack();
    });
  });
  const ana = simulator.as("ana");
  await ana.command("/handoff", "settings");
  expect(ana.view()).toMatchObject({ callback_id: "settings", title: { text: "Handoff" } });
  expect(simulator.as("ben").view()).toBeUndefined();
  expect(await ana.submit({})).toEqual({ errors: { recipients: "Please complete this required field." } });
  expect(await ana.submit({ "Email recipients": "nobody" })).toEqual({
    errors: { recipients: "Not an email address" },
  });
  expect(
    await ana.submit({ recipients: "a@example.com", "Live handoff": ["On"], Agent: ana.userId }),
  ).toEqual({});
  expect(ana.view()).toBeUndefined();
  expect(submitted).toMatchObject([
    {
      recipients: { value: { type: "plain_text_input", value: "a@example.com" } },
      live: { value: { type: "checkboxes", selected_options: [{ value: "on" }] } },
      agent: { value: { selected_user: ana.userId } },
    },
  ]);
});

test("a trigger opens one modal, for three seconds", async () => {
  const errors: string[] = [];
  const errorOf = async (call: Promise<unknown>) =>
    call.then(
      () => errors.push("ok"),
      (error) => errors.push(error.data.error),
    );
  vi.useFakeTimers({ toFake: ["Date"] });
  await slackWith((app) => {
    app.command("/handoff", async ({ ack, command, client }) => {
      if (command.text === "late") vi.setSystemTime(Date.now() + 3_001);
      await errorOf(client.views.open({ trigger_id: command.trigger_id, view: settings }));
      await errorOf(client.views.open({ trigger_id: command.trigger_id, view: settings }));
      await ack();
    });
  });
  await simulator.as("ana").command("/handoff", "");
  await simulator.as("ana").command("/handoff", "late");
  vi.useRealTimers();
  expect(errors).toEqual(["ok", "exchanged_trigger_id", "expired_trigger_id", "expired_trigger_id"]);
});

test("modals stack, update, and tell the app when they are closed", async () => {
  const closed: string[] = [];
  await slackWith((app) => {
    app.shortcut("start", async ({ ack, body, client }) => {
      await client.views.open({
        trigger_id: body.trigger_id,
        view: { ...settings, submit: plain("Go"), notify_on_close: true, blocks: [button("more", "More")] },
      });
      await ack();
    });
    app.action("more", async ({ ack, body, client }) => {
      if ("view" in body && body.view && "trigger_id" in body)
        await client.views.push({
          trigger_id: body.trigger_id,
          view: { ...settings, callback_id: "second" },
        });
      await ack();
    });
    app.view("second", async ({ ack }) =>
      ack({ response_action: "update", view: { ...settings, callback_id: "third", title: plain("Third") } }),
    );
    app.view({ callback_id: "settings", type: "view_closed" }, async ({ ack, view }) => {
      closed.push(view.callback_id);
      await ack();
    });
  });
  const ana = simulator.as("ana");
  const { ts } = await ana.post("support", "a message");
  expect(await ana.shortcut("start", { channel: "support", ts })).toEqual({});
  await ana.clickInView("More");
  expect(ana.view()?.callback_id).toBe("second");
  await ana.submit({ recipients: "x" });
  expect(ana.view()?.title.text).toBe("Third");
  await ana.close();
  await ana.close();
  expect(closed).toEqual(["settings"]);
  expect(ana.view()).toBeUndefined();
});

test("the App Home is published to the person who opened it", async () => {
  await slackWith((app) => {
    app.event("app_home_opened", async ({ event, client }) => {
      await client.views.publish({
        user_id: event.user,
        view: { type: "home", blocks: [{ type: "section", text: { type: "mrkdwn", text: "*2* waiting" } }] },
      });
    });
  });
  expect(await simulator.as("ana").openHome()).toMatchObject({
    type: "home",
    blocks: [{ text: { text: "*2* waiting" } }],
  });
});

test("a direct message and an ephemeral reach their person alone", async () => {
  await slackWith(() => {});
  const client = webClient(simulator);
  const { userId } = simulator.as("ben");
  const { channel } = await client.conversations.open({ users: userId });
  await client.chat.postMessage({ channel: String(channel?.id), text: "a word" });
  await client.chat.postEphemeral({ channel: "support", user: userId, text: "only you" });
  expect(
    simulator
      .as("ben")
      .inbox()
      .map(({ text }) => text),
  ).toEqual(["a word", "only you"]);
  expect(simulator.messages("support")).toEqual([]);
});
