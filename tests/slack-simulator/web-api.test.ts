import { afterEach, describe, expect, test } from "vitest";
import { waitFor } from "../support/patience.ts";
import { webClient } from "./bolt-app.ts";
import { type SlackSimulator, type SlackSimulatorOptions, startSlackSimulator } from "./index.ts";

let simulator: SlackSimulator;
afterEach(() => simulator.stop());

async function client(options: SlackSimulatorOptions = {}) {
  simulator = await startSlackSimulator({ paced: false, ...options });
  return webClient(simulator);
}
const refused = (error: string, more: object = {}) => ({
  data: expect.objectContaining({ ok: false, error, ...more }),
});
const section = (text: string) => ({ type: "section", text: { type: "mrkdwn", text } });

describe("Posting", () => {
  test("a second post within a second is told to wait, in that channel only", async () => {
    const slack = await client({ paced: true, channels: ["support", "sales"] });
    await slack.chat.postMessage({ channel: "support", text: "1" });
    await expect(slack.chat.postMessage({ channel: "support", text: "2" })).rejects.toMatchObject({
      retryAfter: 1,
    });
    await slack.chat.postMessage({ channel: "sales", text: "1" });
    expect(simulator.calls("chat.postMessage").map(({ outcome }) => outcome)).toEqual([
      "ok",
      "ratelimited",
      "ok",
    ]);
  });

  test("a burst passes where the channel was quiet", async () => {
    const slack = await client({ paced: true, burst: 3 });
    for (const text of ["1", "2", "3"]) await slack.chat.postMessage({ channel: "support", text });
    await expect(slack.chat.postMessage({ channel: "support", text: "4" })).rejects.toMatchObject({
      retryAfter: 1,
    });
  });

  test("what Slack refuses is refused with its error", async () => {
    const slack = await client({ channels: ["support", "sales"], botIn: ["support"] });
    const post = (args: object) =>
      slack.chat.postMessage({ channel: "support", text: "x", ...args } as never);
    await expect(post({ text: "" })).rejects.toMatchObject(refused("no_text"));
    await expect(post({ channel: "C0NOWHERE" })).rejects.toMatchObject(refused("channel_not_found"));
    await expect(post({ channel: "sales" })).rejects.toMatchObject(refused("not_in_channel"));
    await expect(post({ thread_ts: "1.000001" })).rejects.toMatchObject(refused("thread_not_found"));
    await expect(
      post({ blocks: Array.from({ length: 51 }, () => ({ type: "divider" })) }),
    ).rejects.toMatchObject(refused("msg_blocks_too_many"));
    await expect(
      post({ blocks: Array.from({ length: 5 }, () => section("y".repeat(2_900))) }),
    ).rejects.toMatchObject(refused("msg_blocks_too_long"));
    await expect(post({ blocks: [section("y".repeat(3_001))] })).rejects.toMatchObject(
      refused("invalid_blocks", {
        response_metadata: expect.objectContaining({
          messages: ["[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"],
        }),
      }),
    );
    await expect(
      post({ blocks: [{ type: "header", text: { type: "plain_text", text: "h".repeat(151) } }] }),
    ).rejects.toMatchObject(refused("invalid_blocks"));
    await expect(post({ blocks: [{ type: "nonsense" }] })).rejects.toMatchObject(refused("invalid_blocks"));
    await expect(post({ blocks: "[{" })).rejects.toMatchObject(refused("invalid_blocks_format"));
    await expect(post({ metadata: { event_type: "x" } })).rejects.toMatchObject(
      refused("invalid_metadata_format"),
    );
    simulator.trouble.archive("support");
    await expect(post({})).rejects.toMatchObject(refused("is_archived"));
  });

  test("text beyond 40,000 characters is cut with a warning, an update beyond 4,000 refused", async () => {
    const slack = await client();
    const posted = await slack.chat.postMessage({ channel: "support", text: "x".repeat(40_001) });
    expect(posted).toMatchObject({ warning: "message_truncated" });
    expect(simulator.messages("support")[0]?.text).toHaveLength(40_000);
    await expect(
      slack.chat.update({
        channel: simulator.channelId("support"),
        ts: String(posted.ts),
        text: "x".repeat(4_001),
      }),
    ).rejects.toMatchObject(refused("msg_too_long"));
  });

  test("an update replaces the message, another's message cannot be updated", async () => {
    const slack = await client();
    const channel = simulator.channelId("support");
    const { ts } = await slack.chat.postMessage({ channel, text: "before", blocks: [section("before")] });
    await slack.chat.update({ channel, ts: String(ts), text: "after" });
    expect(simulator.messages("support")[0]).toMatchObject({
      text: "after",
      edited: { user: simulator.botUserId },
    });
    expect(simulator.messages("support")[0]?.blocks).toBeUndefined();
    const typed = await simulator.as("ana").post("support", "mine");
    await expect(slack.chat.update({ channel, ts: typed.ts, text: "yours" })).rejects.toMatchObject(
      refused("cant_update_message"),
    );
    await slack.chat.delete({ channel, ts: String(ts) });
    expect(simulator.messages("support").map(({ text }) => text)).toEqual(["mine"]);
  });

  test("given text is escaped and linked as Slack does, its own tokens kept", async () => {
    const slack = await client();
    await slack.chat.postMessage({
      channel: "support",
      text: "a < b & c &amp; <@U1> https://example.com/x. <https://e.com|e> `https://code`",
    });
    expect(simulator.messages("support")[0]?.text).toBe(
      "a &lt; b &amp; c &amp; <@U1> <https://example.com/x>. <https://e.com|e> `https://code`",
    );
  });
});

describe("Reading back", () => {
  test("a thread is paged, its metadata shown only when asked for", async () => {
    const slack = await client();
    const channel = simulator.channelId("support");
    const metadata = { event_type: "handoff", event_payload: { conversation: "c1", firstSeq: 1 } };
    const root = await slack.chat.postMessage({ channel, text: "root", metadata });
    for (const text of ["1", "2", "3"])
      await slack.chat.postMessage({ channel, text, thread_ts: String(root.ts) });
    const first = await slack.conversations.replies({
      channel,
      ts: String(root.ts),
      limit: 2,
      include_all_metadata: true,
    });
    expect(first.messages?.map(({ text }) => text)).toEqual(["root", "1", "2"]);
    expect(first.messages?.[0]).toMatchObject({ metadata, reply_count: 3 });
    const rest = await slack.conversations.replies({
      channel,
      ts: String(root.ts),
      limit: 2,
      cursor: String(first.response_metadata?.next_cursor),
    });
    expect(rest.messages?.map(({ text }) => text)).toEqual(["3"]);
    expect(
      (await slack.conversations.replies({ channel, ts: String(root.ts) })).messages?.[0],
    ).not.toHaveProperty("metadata");
    expect((await slack.conversations.history({ channel })).messages?.map(({ text }) => text)).toEqual([
      "root",
    ]);
    await expect(slack.conversations.replies({ channel, ts: "1.1" })).rejects.toMatchObject(
      refused("thread_not_found"),
    );
  });

  test("a distributed app may read once a minute", async () => {
    const slack = await client({ restrictedHistory: true });
    const channel = simulator.channelId("support");
    await slack.conversations.history({ channel });
    await expect(slack.conversations.history({ channel })).rejects.toMatchObject({ retryAfter: 60 });
  });

  test("people, presence, channels, team, emoji and groups can be looked up", async () => {
    const slack = await client({ channels: ["support", "sales"], botIn: [] });
    const ana = simulator.as("ana");
    ana.setPresence("away");
    expect(await slack.auth.test()).toMatchObject({
      user_id: simulator.botUserId,
      bot_id: simulator.botId,
      team_id: simulator.teamId,
      response_metadata: { scopes: expect.arrayContaining(["chat:write"]) },
    });
    expect(await slack.users.info({ user: ana.userId })).toMatchObject({
      user: { real_name: "Ana", is_admin: true, profile: { email: "ana@example.com" } },
    });
    expect(await slack.users.lookupByEmail({ email: "BEN@example.com" })).toMatchObject({
      user: { id: simulator.as("ben").userId },
    });
    expect(await slack.users.getPresence({ user: ana.userId })).toMatchObject({ presence: "away" });
    expect((await slack.users.list({})).members).toHaveLength(4);
    expect((await slack.conversations.list({ exclude_archived: true })).channels).toMatchObject([
      { name: "support", is_member: false },
      { name: "sales" },
    ]);
    await slack.conversations.join({ channel: simulator.channelId("sales") });
    expect(await slack.conversations.info({ channel: simulator.channelId("sales") })).toMatchObject({
      channel: { is_member: true },
    });
    expect((await slack.conversations.members({ channel: simulator.channelId("sales") })).members).toContain(
      simulator.botUserId,
    );
    expect(await slack.team.info()).toMatchObject({ team: { id: simulator.teamId } });
    expect(await slack.emoji.list()).toMatchObject({ emoji: { handoff: expect.any(String) } });
    expect((await slack.usergroups.list()).usergroups).toHaveLength(1);
    await expect(slack.users.info({ user: "U0NOBODY" })).rejects.toMatchObject(refused("user_not_found"));
    await expect(slack.apiCall("chat.shout")).rejects.toMatchObject(refused("unknown_method"));
  });

  test("a permalink names the message and its thread, a reaction is kept", async () => {
    const slack = await client();
    const channel = simulator.channelId("support");
    const { ts } = await slack.chat.postMessage({ channel, text: "root" });
    const { permalink } = await slack.chat.getPermalink({ channel, message_ts: String(ts) });
    expect(permalink).toContain(`/archives/${channel}/p${String(ts).replace(".", "")}`);
    await slack.reactions.add({ channel, timestamp: String(ts), name: "eyes" });
    await expect(slack.reactions.add({ channel, timestamp: String(ts), name: "eyes" })).rejects.toMatchObject(
      refused("already_reacted"),
    );
    expect(await slack.reactions.get({ channel, timestamp: String(ts) })).toMatchObject({
      message: { reactions: [{ name: "eyes", count: 1 }] },
    });
    await slack.reactions.remove({ channel, timestamp: String(ts), name: "eyes" });
    expect(simulator.messages("support")[0]?.reactions).toBeUndefined();
  });
});

describe("Tokens and scopes", () => {
  test("a wrong, missing or revoked token is refused", async () => {
    await client();
    await expect(webClient(simulator, { token: "xoxb-wrong" }).auth.test()).rejects.toMatchObject(
      refused("invalid_auth"),
    );
    await expect(webClient(simulator).apps.connections.open({})).rejects.toMatchObject(
      refused("not_allowed_token_type"),
    );
    simulator.trouble.revokeToken();
    await expect(webClient(simulator).auth.test()).rejects.toMatchObject(refused("token_revoked"));
    simulator.trouble.clear();
    expect(await webClient(simulator).auth.test()).toMatchObject({ ok: true });
  });

  test("a missing scope is named, chat:write.public posts without membership", async () => {
    const slack = await client({ scopes: ["chat:write", "chat:write.public"], botIn: [] });
    await slack.chat.postMessage({ channel: "support", text: "from outside" });
    await expect(slack.users.info({ user: "U1" })).rejects.toMatchObject(
      refused("missing_scope", { needed: "users:read", provided: "chat:write,chat:write.public" }),
    );
    await expect(
      slack.chat.postMessage({ channel: "support", text: "x", username: "V" }),
    ).rejects.toMatchObject(refused("missing_scope", { needed: "chat:write.customize" }));
  });
});

describe("Trouble", () => {
  test("an arranged failure befalls as many calls as it was told to", async () => {
    const slack = await client();
    simulator.trouble.fail("chat.postMessage", { error: "fatal_error" });
    simulator.trouble.fail("chat.postMessage", { retryAfter: 7 });
    simulator.trouble.fail("chat.postMessage", { status: 503 });
    const post = () => slack.chat.postMessage({ channel: "support", text: "x" });
    await expect(post()).rejects.toMatchObject(refused("fatal_error"));
    await expect(post()).rejects.toMatchObject({ retryAfter: 7 });
    await expect(post()).rejects.toMatchObject({ statusCode: 503 });
    await post();
    expect(simulator.messages("support")).toHaveLength(1);
  });

  test("a lost response leaves the message in Slack, an outage does not", async () => {
    const slack = await client();
    simulator.trouble.fail("chat.postMessage", { lostResponse: true });
    await expect(slack.chat.postMessage({ channel: "support", text: "kept" })).rejects.toMatchObject({
      code: "slack_webapi_request_error",
    });
    simulator.trouble.down();
    await expect(slack.chat.postMessage({ channel: "support", text: "never" })).rejects.toThrow();
    simulator.trouble.up();
    expect(simulator.messages("support").map(({ text }) => text)).toEqual(["kept"]);
    expect(simulator.calls().map(({ outcome }) => outcome)).toEqual(["lost", "down"]);
  });
});

test("an agent can answer a post before its author knows it arrived", async () => {
  const slack = await client();
  simulator.trouble.fail("chat.postMessage", { answerAfterMs: 50 });
  const posting = slack.chat.postMessage({ channel: "support", text: "root" });
  await waitFor(() => expect(simulator.threads("support")).toHaveLength(1));
  const [thread] = simulator.threads("support");
  await simulator.as("ana").reply(thread ?? { channel: "", ts: "" }, "quick");
  expect((await posting).ts).toBe(thread?.ts);
  expect(simulator.threads("support")[0]?.replies.map(({ text }) => text)).toEqual(["quick"]);
});

describe("Files", () => {
  test("an upload appears in the thread and downloads with the bot's token only", async () => {
    const slack = await client();
    const channel = simulator.channelId("support");
    const { ts } = await slack.chat.postMessage({ channel, text: "root" });
    await slack.filesUploadV2({
      channel_id: channel,
      thread_ts: String(ts),
      initial_comment: "a picture",
      file: Buffer.from("bytes"),
      filename: "shot.png",
    });
    const [reply] = simulator.threads("support")[0]?.replies ?? [];
    expect(reply).toMatchObject({
      text: "a picture",
      subtype: "file_share",
      files: [{ name: "shot.png", size: 5, mimetype: "image/png" }],
    });
    const url = String(reply?.files?.[0]?.url_private_download);
    const download = await fetch(url, { headers: { authorization: `Bearer ${simulator.botToken}` } });
    expect(await download.text()).toBe("bytes");
    const stranger = await fetch(url);
    expect([stranger.status, stranger.headers.get("content-type")]).toEqual([
      200,
      expect.stringContaining("text/html"),
    ]);
    const file = String(reply?.files?.[0]?.id);
    expect(await slack.files.info({ file })).toMatchObject({
      file: { shares: { public: { [channel]: [{ thread_ts: ts }] } } },
    });
    await slack.files.delete({ file });
    await expect(slack.files.info({ file })).rejects.toMatchObject(refused("file_not_found"));
  });
});
