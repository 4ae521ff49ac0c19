import { expect, test } from "vitest";
import { compose, type Names } from "./compose/compose.ts";

const names: Names = {
  user: (name) => (name === "ana" ? "U1" : undefined),
  channel: (name) => (name === "support" ? "C1" : undefined),
  usergroup: (handle) => (handle === "team" ? "S1" : undefined),
  isCustomEmoji: (name) => name === "handoff",
};
const text = (typed: string) => compose(typed, names, "b").text;
const parts = (typed: string) =>
  (compose(typed, names, "b").blocks[0] as { elements: unknown[] } | undefined)?.elements;

test("what people type becomes Slack's text", () => {
  expect(text("*bold* _italic_ ~gone~ `a < b`")).toBe("*bold* _italic_ ~gone~ `a &lt; b`");
  expect(text("2 * 3 * 4 and snake_case_name")).toBe("2 * 3 * 4 and snake_case_name");
  expect(text("<script> & co")).toBe("&lt;script&gt; &amp; co");
  expect(text("see https://example.com/a?b=1&c=2, or example.org.")).toBe(
    "see <https://example.com/a?b=1&amp;c=2>, or <http://example.org|example.org>.",
  );
  expect(text("write to help@example.com")).toBe("write to <mailto:help@example.com|help@example.com>");
  expect(text("[docs](https://example.com)")).toBe("<https://example.com|docs>");
  expect(text("@ana @team @here #support @nobody")).toBe("<@U1> <!subteam^S1> <!here> <#C1|> @nobody");
  expect(text("👍 👍🏽 :wave::skin-tone-3: :handoff: 10:30:15 :nope:")).toBe(
    ":+1: :+1::skin-tone-4: :wave::skin-tone-3: :handoff: 10:30:15 :nope:",
  );
  expect(text("")).toBe("");
});

test("paragraphs, quotes, lists and code become rich text", () => {
  expect(parts("*_both_*")).toEqual([
    {
      type: "rich_text_section",
      elements: [{ type: "text", text: "both", style: { bold: true, italic: true } }],
    },
  ]);
  expect(parts("Steps:\n1. one\n2. *two*\n> quoted\n> twice\n```\nlet a = 1;\n```\nend")).toEqual([
    { type: "rich_text_section", elements: [{ type: "text", text: "Steps:\n" }] },
    {
      type: "rich_text_list",
      style: "ordered",
      indent: 0,
      border: 0,
      elements: [
        { type: "rich_text_section", elements: [{ type: "text", text: "one" }] },
        { type: "rich_text_section", elements: [{ type: "text", text: "two", style: { bold: true } }] },
      ],
    },
    { type: "rich_text_quote", elements: [{ type: "text", text: "quoted\ntwice" }] },
    { type: "rich_text_preformatted", border: 0, elements: [{ type: "text", text: "let a = 1;" }] },
    { type: "rich_text_section", elements: [{ type: "text", text: "end" }] },
  ]);
  expect(text("Steps:\n1. one\n2. two\n> quoted\n- a\n  - b")).toBe(
    "Steps:\n1. one\n2. two\n&gt; quoted\n• a\n    • b",
  );
  expect(parts("👋")).toEqual([
    { type: "rich_text_section", elements: [{ type: "emoji", name: "wave", unicode: "1f44b" }] },
  ]);
});
