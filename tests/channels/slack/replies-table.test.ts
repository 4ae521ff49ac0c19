import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { MessageEvent } from "../../../src/channels/slack/replies/reply-event.ts";
import { whatHappened } from "../../../src/channels/slack/replies/what-happened.ts";

const folder = "tests/fixtures/slack";
const event = (name: string): MessageEvent => JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8"));
const happened = (name: string) => whatHappened(event(name), "U0BOT");

const channel = "C0SUPPORT";
const root = { channel, ts: "1732300000.000100" };
const written = { channel, ts: "1732300123.000200", thread_ts: root.ts, user: "U061F7AUR" };

const replies = [
  "reply",
  "file-share",
  "files-without-subtype",
  "files-only",
  "thread-broadcast",
  "me-message",
];
const edits = ["edit", "edit-of-formatting"];
const rootDeletions = ["root-tombstone", "root-without-replies-deleted"];
const ignored = [
  ...["post-in-channel", "bot-message", "app-with-user", "own-echo", "channel-join", "pinned-item"],
  ...["message-replied", "message-replied-without-subtype", "unfurl", "unfurl-after-edit"],
  ...["edit-of-bot", "delete-of-bot"],
];

describe("what Slack says of a thread", () => {
  test.each(replies)("is a reply: %s", (name) => {
    expect(happened(name)).toMatchObject({ type: "reply", reply: written });
  });

  test.each(edits)("is an edit: %s", (name) => {
    expect(happened(name)).toMatchObject({ type: "edit", at: "1732300199.000000", reply: written });
  });

  test("is a deletion: delete", () => {
    const { ts } = written;
    expect(happened("delete")).toMatchObject({ type: "deletion", message: { channel, ts }, before: written });
  });

  test.each(rootDeletions)("is the end of a root: %s", (name) => {
    expect(happened(name)).toEqual({ type: "rootDeleted", root });
  });

  test.each(ignored)("is none of the visitor's business: %s", (name) => {
    expect(happened(name)).toBeUndefined();
  });

  test("is known in all forms that are kept here", () => {
    const kept = readdirSync(folder).map((file) => file.replace(/\.json$/, ""));
    expect(kept.sort()).toEqual([...replies, ...edits, "delete", ...rootDeletions, ...ignored].sort());
  });

  test("is the app's own although Slack does not say that a bot wrote it", () => {
    const { bot_id: _, ...echo } = event("own-echo");
    expect(whatHappened(echo, "U0BOT")).toBeUndefined();
    expect(whatHappened(echo, "U0OTHER")).toMatchObject({ type: "reply" });
  });

  test("is a deletion even when Slack does not say what was deleted", () => {
    const { previous_message: _, ...bare } = event("delete");
    const { ts } = written;
    expect(whatHappened(bare, "U0BOT")).toEqual({
      type: "deletion",
      message: { channel, ts },
      before: undefined,
    });
  });
});
