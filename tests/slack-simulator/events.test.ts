import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { App } from "@slack/bolt";
import { afterEach, describe, expect, test } from "vitest";
import { startBoltApp, webClient } from "./bolt-app.ts";
import { type SlackSimulator, type SlackSimulatorOptions, startSlackSimulator } from "./index.ts";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function slackWith(
  prepare: (app: App) => void,
  options: SlackSimulatorOptions = {},
): Promise<SlackSimulator> {
  const simulator = await startSlackSimulator({ paced: false, retryDelaysMs: [5, 5, 5], ...options });
  stops.push(simulator.stop);
  const bolt = await startBoltApp(simulator, prepare);
  stops.push(bolt.stop);
  return simulator;
}

describe("What people write reaches a Bolt app", () => {
  test("a thread reply arrives as Slack sends it, signed and enveloped", async () => {
    const bodies: Record<string, unknown>[] = [];
    const simulator = await slackWith((app) =>
      app.message(async ({ body }) => void bodies.push(body as never)),
    );
    const { ts } = await webClient(simulator).chat.postMessage({
      channel: "support",
      text: "A visitor needs help",
    });
    const { event } = await simulator
      .as("ana")
      .reply(
        { channel: simulator.channelId("support"), ts: String(ts) },
        "Hi *there* & see https://example.com",
      );
    await simulator.idle();

    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toMatchObject({
      type: "event_callback",
      team_id: simulator.teamId,
      context_team_id: simulator.teamId,
      api_app_id: simulator.appId,
      event_id: event.event_id,
      authorizations: [{ team_id: simulator.teamId, user_id: simulator.botUserId, is_bot: true }],
      is_ext_shared_channel: false,
      event: {
        type: "message",
        user: simulator.as("ana").userId,
        text: "Hi *there* &amp; see <https://example.com>",
        thread_ts: ts,
        channel: simulator.channelId("support"),
        channel_type: "channel",
        client_msg_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        team: simulator.teamId,
        event_ts: expect.any(String),
        blocks: [
          {
            type: "rich_text",
            elements: [
              {
                type: "rich_text_section",
                elements: [
                  { text: "Hi " },
                  { text: "there", style: { bold: true } },
                  { text: " & see " },
                  { type: "link", url: "https://example.com" },
                ],
              },
            ],
          },
        ],
      },
    });
  });

  test("the bot's own posts come back as events, with a subtype when it wears a visitor's name", async () => {
    const simulator = await slackWith(() => {});
    const client = webClient(simulator);
    await client.chat.postMessage({ channel: "support", text: "plain" });
    await client.chat.postMessage({
      channel: "support",
      text: "worn",
      username: "Visitor",
      icon_url: "https://example.com/v.png",
    });
    await simulator.idle();
    expect(simulator.deliveries().map(({ status }) => status)).toEqual([200, 200]);
    const [plain, worn] = simulator.threads("support");
    expect(plain).toMatchObject({
      user: simulator.botUserId,
      bot_id: simulator.botId,
      app_id: simulator.appId,
    });
    expect(worn).toMatchObject({
      subtype: "bot_message",
      username: "Visitor",
      icon_url: "https://example.com/v.png",
      bot_id: simulator.botId,
    });
    expect(worn?.user).toBeUndefined();
  });

  test("an event whose listener fails is sent again under the same id with the reason", async () => {
    const seen: { id: string; attempt: string | undefined; reason: string | undefined }[] = [];
    const simulator = await slackWith((app) => {
      app.use(async ({ context, body, next }) => {
        seen.push({
          id: String((body as { event_id?: string }).event_id),
          attempt: String(context.retryNum ?? 0),
          reason: context.retryReason,
        });
        if (seen.length < 3) throw new Error("the database is away");
        await next();
      });
    });
    await simulator.as("ben").post("support", "hello");
    await simulator.idle();
    expect(new Set(seen.map(({ id }) => id)).size).toBe(1);
    expect(seen.map(({ attempt, reason }) => [attempt, reason])).toEqual([
      ["0", undefined],
      ["1", "http_error"],
      ["2", "http_error"],
    ]);
    expect(simulator.deliveries().map(({ status }) => status)).toEqual([500, 500, 200]);
  });

  test("an app that is away or too slow is tried again, unless it asks not to be", async () => {
    const simulator = await startSlackSimulator({
      ackTimeoutMs: 600,
      retryDelaysMs: [1],
      eventsUrl: "http://127.0.0.1:9/",
    });
    stops.push(simulator.stop);
    const statuses = async () => {
      const before = simulator.deliveries().length;
      await simulator.as("ana").post("support", "anyone?");
      await simulator.idle();
      return simulator
        .deliveries()
        .slice(before)
        .map(({ attempt, status }) => [attempt, status]);
    };
    expect(await statuses()).toEqual([
      [0, "refused"],
      [1, "refused"],
    ]);

    const reasons: unknown[] = [];
    const app = createServer((request, response) => {
      reasons.push(request.headers["x-slack-retry-reason"]);
      if (reasons.length > 2) response.writeHead(500, { "x-slack-no-retry": "1" }).end();
    });
    await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
    simulator.deliverTo(`http://127.0.0.1:${(app.address() as AddressInfo).port}/`);
    expect(await statuses()).toEqual([
      [0, "timeout"],
      [1, "timeout"],
    ]);
    expect(reasons).toEqual([undefined, "http_timeout"]);
    expect(await statuses()).toEqual([[0, 500]]);
    app.closeAllConnections();
    app.close();
  });

  test("a signature is made of the secret, so another app's secret is refused", async () => {
    const simulator = await startSlackSimulator({ signingSecret: "one", retryDelaysMs: [] });
    const stranger = await startSlackSimulator({ signingSecret: "another", retryDelaysMs: [] });
    const bolt = await startBoltApp(simulator, () => {});
    stops.push(simulator.stop, stranger.stop, bolt.stop);
    stranger.deliverTo(bolt.eventsUrl);
    for (const slack of [simulator, stranger]) await slack.as("ana").post("support", "hi");
    await Promise.all([simulator.idle(), stranger.idle()]);
    expect([simulator, stranger].map((slack) => slack.deliveries()[0]?.status)).toEqual([200, 401]);
  });

  test("an app is told of its removal, and of nothing its scopes do not cover", async () => {
    const types: string[] = [];
    const simulator = await slackWith(
      (app) =>
        app.use(async ({ payload, next }) => {
          types.push(String(payload.type));
          await next();
        }),
      { scopes: ["channels:history"] },
    );
    const { ts } = await simulator.as("ana").post("support", "hi @handoff");
    await simulator.as("ana").react({ channel: "support", ts }, "eyes");
    await simulator.idle();
    expect(types).toEqual(["message"]);
    simulator.trouble.uninstall();
    await simulator.idle();
    expect(types.slice(1).sort()).toEqual(["app_uninstalled", "tokens_revoked"]);
  });

  test("the same message can arrive again under another event id", async () => {
    const ids: string[] = [];
    const simulator = await slackWith((app) => app.message(async ({ body }) => void ids.push(body.event_id)));
    const { event } = await simulator.as("ana").post("support", "once");
    simulator.redeliver(event, { newEventId: true });
    simulator.redeliver(event);
    await simulator.idle();
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(2);
  });

  test("edits, unfurls, deletions, tombstones, files, broadcasts and reactions have their own shapes", async () => {
    const events: Record<string, unknown>[] = [];
    const simulator = await slackWith((app) => {
      app.event("message", async ({ event }) => void events.push(event as never));
      app.event("reaction_added", async ({ event }) => void events.push(event as never));
      app.event("reaction_removed", async ({ event }) => void events.push(event as never));
    });
    const channel = simulator.channelId("support");
    const ana = simulator.as("Ana");
    const next = async (act: Promise<unknown> | unknown) => {
      await act;
      await simulator.idle();
      return events.at(-1);
    };
    const root = await ana.post("support", "root");
    const first = await ana.reply({ channel, ts: root.ts }, "first");
    const at = { channel, ts: first.ts };
    expect(await next(ana.edit(at, "second"))).toMatchObject({
      subtype: "message_changed",
      hidden: true,
      channel,
      message: { text: "second", thread_ts: root.ts, edited: { user: ana.userId } },
      previous_message: { text: "first" },
    });
    const unfurl = await next(simulator.unfurl({ channel, ts: root.ts }));
    expect(unfurl).toMatchObject({ subtype: "message_changed", message: { attachments: [{}] } });
    expect((unfurl?.message as object) ?? {}).not.toHaveProperty("edited");
    expect(await next(ana.react(at, ":eyes:"))).toMatchObject({
      type: "reaction_added",
      reaction: "eyes",
      user: ana.userId,
      item: { type: "message", channel, ts: first.ts },
    });
    expect(await next(ana.unreact(at, "eyes"))).toMatchObject({ type: "reaction_removed", reaction: "eyes" });
    expect(
      await next(
        ana.reply({ channel, ts: root.ts }, "look", { files: [{ name: "shot.png", content: "png" }] }),
      ),
    ).toMatchObject({
      subtype: "file_share",
      text: "look",
      files: [{ name: "shot.png", mimetype: "image/png", size: 3 }],
    });
    expect(
      await next(ana.reply({ channel, ts: root.ts }, "loud", { alsoSendToChannel: true })),
    ).toMatchObject({ subtype: "thread_broadcast", root: { ts: root.ts }, thread_ts: root.ts });
    expect(await next(ana.delete(at))).toMatchObject({
      subtype: "message_deleted",
      deleted_ts: first.ts,
      previous_message: { text: "second" },
    });
    expect(await next(ana.delete({ channel, ts: root.ts }))).toMatchObject({
      subtype: "message_changed",
      message: { subtype: "tombstone", user: "USLACKBOT" },
      previous_message: { text: "root" },
    });
  });

  test("a bot outside a channel hears nothing of it until it is invited", async () => {
    const texts: string[] = [];
    const simulator = await slackWith(
      (app) =>
        app.message(async ({ message }) => void texts.push(String("text" in message ? message.text : ""))),
      { channels: ["support", "sales"], botIn: ["support"] },
    );
    await simulator.as("ana").post("sales", "secret");
    simulator.invite("sales");
    await simulator.as("ana").post("sales", "welcome");
    await simulator.idle();
    expect(texts).toContain("welcome");
    expect(texts).not.toContain("secret");
  });

  test("people of another company make the channel shared", async () => {
    const bodies: Record<string, unknown>[] = [];
    const simulator = await slackWith(
      (app) => app.message(async ({ body }) => void bodies.push(body as never)),
      { people: [{ name: "dana", realName: "Dana", externalTeam: "Partner" }] },
    );
    await simulator.as("dana").post("support", "hi");
    await simulator.idle();
    expect(bodies[0]).toMatchObject({
      is_ext_shared_channel: true,
      event: { user_team: expect.not.stringMatching(simulator.teamId) },
    });
  });
});
