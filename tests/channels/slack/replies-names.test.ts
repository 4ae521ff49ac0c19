import { expect, test } from "vitest";
import { written } from "../../../src/channels/slack/replies/written.ts";
import { createDirectory } from "../../../src/channels/slack/workspace/directory.ts";
import type { WebApi } from "../../../src/channels/slack/workspace/web-api.ts";
import { createLog } from "../../../src/log.ts";
import { startHandedOff } from "./handed-off.ts";

function directoryOf(emoji: Record<string, string>) {
  const asked: string[] = [];
  const api = {
    async usergroups() {
      asked.push("usergroups.list");
      return [{ id: "S1", handle: "billing" }];
    },
    async customEmoji() {
      asked.push("emoji.list");
      return { ...emoji };
    },
  };
  const log = createLog("silent");
  return {
    asked,
    directory: createDirectory({ api: api as unknown as WebApi, log, team: async () => "T1" }),
  };
}

test("user groups and a workspace's own emoji are asked for once", async () => {
  const { asked, directory } = directoryOf({ shipit: "alias:rocket" });
  for (let times = 0; times < 2; times++)
    expect(await written({ text: "<!subteam^S1> :shipit: <!subteam^S2>" }, directory)).toEqual({
      text: "@billing 🚀 @group",
      callsColleagues: true,
    });
  expect(asked.sort()).toEqual(["emoji.list", "usergroups.list"]);
});

test("emoji are asked for again when somebody has changed them", async () => {
  const emoji: Record<string, string> = { shipit: "alias:rocket" };
  const { directory } = directoryOf(emoji);
  expect((await written({ text: ":shipit:" }, directory)).text).toBe("🚀");
  emoji.shipit = "alias:ship";
  directory.forgetEmoji();
  expect((await written({ text: ":shipit:" }, directory)).text).toBe("🚢");
});

test("a name every object has is no emoji", async () => {
  const { directory } = directoryOf({});
  expect((await written({ text: ":constructor:" }, directory)).text).toBe(":constructor:");
});

test("Slack says when emoji have changed, and they are asked for again", async () => {
  const desk = await startHandedOff();
  try {
    const lists = () => desk.workspace.calls("emoji.list").length;
    const say = async () => {
      await desk.ana.reply(desk.thread(), "Done :handoff:");
      await desk.workspace.idle();
    };
    await say();
    await say();
    expect(lists()).toBe(1);
    desk.workspace.emit({ type: "emoji_changed", subtype: "add", name: "new", event_ts: "1.1" });
    await desk.workspace.idle();
    await say();
    expect(lists()).toBe(2);
  } finally {
    await desk.stop();
  }
});
