import { describe, expect, test } from "vitest";
import { written } from "../../../../src/channels/slack/replies/written.ts";

const asked: string[] = [];
const answer =
  <T>(known: Record<string, T>) =>
  async (id: string) => {
    asked.push(id);
    return known[id];
  };
const directory = {
  person: answer({ U1: { name: "Ana" } }),
  channelName: answer({ C1: "support" }),
  usergroupName: answer({ S1: "billing" }),
  customEmoji: answer({ ok_hand_ours: "alias:ok_hand", logo: "https://emoji.example/logo.png" }),
};
const section = (...elements: unknown[]) => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements }],
});
const textOf = async (message: Parameters<typeof written>[0]) => (await written(message, directory)).text;

describe("what an agent wrote", () => {
  test("is read from the composer's own form, with everybody's name", async () => {
    const blocks = [
      section(
        { type: "user", user_id: "U1" },
        { type: "text", text: " " },
        { type: "usergroup", usergroup_id: "S1" },
        { type: "text", text: " " },
        { type: "channel", channel_id: "C1" },
        { type: "text", text: " " },
        { type: "emoji", name: "ok_hand_ours", skin_tone: 2 },
        { type: "emoji", name: "logo" },
        { type: "emoji", name: "wave" },
      ),
    ];
    expect(await textOf({ blocks, text: "lossy" })).toBe("@Ana @billing #support 👌🏻:logo:👋");
    expect(asked).not.toContain("wave");
  });

  test("is read from its text where there is no such form", async () => {
    expect(await textOf({ text: "*Hi* <@U1> :tada: :ok_hand_ours: <!subteam^S1>" })).toBe(
      "**Hi** @Ana 🎉 👌 @billing",
    );
    expect(await textOf({ blocks: [{ type: "section" }, section()], text: "hi" })).toBe("hi");
    expect(await textOf({})).toBe("");
  });

  test("a table keeps its cells", async () => {
    const cell = (text: string) => ({ type: "raw_text", text });
    const rich = { ...section({ type: "text", text: "12 €", style: { bold: true } }) };
    const table = {
      type: "table",
      rows: [
        [cell("Plan"), cell("Price")],
        [cell("Pro"), rich],
      ],
    };
    expect(await textOf({ blocks: [section({ type: "text", text: "Prices:" }), table] })).toBe(
      "Prices:\nPlan | Price\nPro | **12 €**",
    );
  });

  test("a directory that knows neither groups nor emoji is enough", async () => {
    const { person, channelName } = directory;
    const { text } = await written({ text: "<!subteam^S1> :logo:" }, { person, channelName });
    expect(text).toBe("@group :logo:");
  });

  test.each([
    ["<@U1> please look", true],
    ["<@U1|ana> please look", true],
    ["<!here> anyone?", true],
    ["<!subteam^S1|@billing> hi", true],
    ["<#C1> has more, write to team@a.example", false],
  ])("%j calls colleagues: %j", async (text, calls) => {
    expect((await written({ text }, directory)).callsColleagues).toBe(calls);
  });
});
