import type { RichTextBlockElement } from "@slack/types";
import { describe, expect, test } from "vitest";
import { noteIn } from "../../../../src/channels/slack/replies/note-prefix.ts";
import { cutMarkdown } from "../../../../src/channels/slack/text/cut.ts";
import { markdownToRichText } from "../../../../src/channels/slack/text/markdown.ts";
import { mrkdwnToRichText } from "../../../../src/channels/slack/text/mrkdwn.ts";
import { plainToRichText } from "../../../../src/channels/slack/text/plain.ts";
import { richTextToMarkdown } from "../../../../src/channels/slack/text/to-markdown.ts";

const names = {
  user: (id: string) => ({ U1: "Ana" })[id],
  channel: (id: string) => ({ C1: "support" })[id],
};
const fromText = (mrkdwn: string) => richTextToMarkdown(mrkdwnToRichText(mrkdwn), names);
const section = (...elements: RichTextBlockElement["elements"]) =>
  [{ type: "rich_text_section", elements }] as RichTextBlockElement[];

describe("the assistant's Markdown in Slack", () => {
  test.each<[string, unknown]>([
    ["**bold**", section({ type: "text", text: "bold", style: { bold: true } })],
    [
      "_it_ and ~~no~~",
      section(
        { type: "text", text: "it", style: { italic: true } },
        { type: "text", text: " and " },
        { type: "text", text: "no", style: { strike: true } },
      ),
    ],
    ["`a*b*`", section({ type: "text", text: "a*b*", style: { code: true } } as never)],
    ["snake_case_name and 2 * 3 * 4", section({ type: "text", text: "snake_case_name and 2 * 3 * 4" })],
    [
      "[Docs](https://a.example/x_(y)).",
      section({ type: "link", url: "https://a.example/x_(y)", text: "Docs" }, { type: "text", text: "." }),
    ],
    ["[bad](javascript:alert(1))", section({ type: "text", text: "[bad](javascript:alert(1))" })],
    ["# Title", section({ type: "text", text: "Title", style: { bold: true } })],
    ["> said", [{ type: "rich_text_quote", elements: [{ type: "text", text: "said" }] }]],
    [
      "```js\nlet a;\n```",
      [{ type: "rich_text_preformatted", elements: [{ type: "text", text: "let a;" }] }],
    ],
    [
      "- a\n  - b\n- c",
      [
        {
          type: "rich_text_list",
          style: "bullet",
          indent: 0,
          elements: section({ type: "text", text: "a" }),
        },
        {
          type: "rich_text_list",
          style: "bullet",
          indent: 1,
          elements: section({ type: "text", text: "b" }),
        },
        {
          type: "rich_text_list",
          style: "bullet",
          indent: 0,
          elements: section({ type: "text", text: "c" }),
        },
      ],
    ],
    [
      "3. third",
      [
        {
          type: "rich_text_list",
          style: "ordered",
          indent: 0,
          offset: 2,
          elements: section({ type: "text", text: "third" }),
        },
      ],
    ],
    ["<!channel> <@U1>", section({ type: "text", text: "<!channel> <@U1>" })],
  ])("%j", (markdown, parts) => expect(markdownToRichText(markdown)).toEqual(parts));

  test("a visitor's formatting characters are only characters, and their links lead where they say", () => {
    expect(plainToRichText("*hi* [x](https://evil.example) `~_`")).toEqual(
      section(
        { type: "text", text: "*hi* [x](" },
        { type: "link", url: "https://evil.example" },
        { type: "text", text: ") `~_`" },
      ),
    );
  });

  test("a code block that is cut stays code in both halves", () => {
    const [one = "", two = ""] = cutMarkdown(`\`\`\`\n${"line\n".repeat(20)}\`\`\``, 80);
    for (const half of [one, two])
      expect(markdownToRichText(half)).toMatchObject([{ type: "rich_text_preformatted" }]);
  });
});

describe("an agent's words for the visitor", () => {
  test.each<[RichTextBlockElement[], string]>([
    [section({ type: "text", text: "1 * 2 _ 3 <b>" }), "1 * 2 _ 3 <b>"],
    [section({ type: "text", text: "*no* bold" }), "\\*no\\* bold"],
    [section({ type: "text", text: "yes", style: { bold: true, italic: true } }), "**_yes_**"],
    [section({ type: "text", text: "a ", style: { bold: true } }, { type: "text", text: "b" }), "**a** b"],
    [
      section({ type: "user", user_id: "U1" }, { type: "text", text: " " }, { type: "user", user_id: "U9" }),
      "@Ana @someone",
    ],
    [section({ type: "channel", channel_id: "C1" }, { type: "broadcast", range: "here" }), "#support@here"],
    [
      section({ type: "emoji", name: "wave", unicode: "1f44b-1f3fd" }, { type: "emoji", name: "our_logo" }),
      "👋🏽:our_logo:",
    ],
    [section({ type: "link", url: "https://a.example" }), "https://a.example"],
    [
      section({ type: "link", url: "https://a.example/(x)", text: "here]" }),
      "[here\\]](https://a.example/%28x%29)",
    ],
    [section({ type: "link", url: "mailto:a@b.example", text: "a@b.example" }), "a@b.example"],
    [section({ type: "text", text: "tick `s", style: { code: true } } as never), "``tick `s``"],
    [
      [{ type: "rich_text_preformatted", elements: [{ type: "text", text: "a\n```" }] }],
      "````\na\n```\n````",
    ],
    [
      [
        { type: "rich_text_quote", elements: [{ type: "text", text: "a\nb" }] },
        ...section({ type: "text", text: "c" }),
      ],
      "> a\n> b\n\nc",
    ],
    [
      [
        {
          type: "rich_text_list",
          style: "ordered",
          elements: [
            ...section({ type: "text", text: "a" }),
            ...section({ type: "text", text: "b" }),
          ] as never,
        },
        {
          type: "rich_text_list",
          style: "bullet",
          indent: 1,
          elements: section({ type: "text", text: "x" }) as never,
        },
        { type: "rich_text_list", style: "ordered", elements: section({ type: "text", text: "c" }) as never },
      ],
      "1. a\n2. b\n   - x\n3. c",
    ],
  ])("%j", (parts, markdown) => expect(richTextToMarkdown(parts, names)).toBe(markdown));

  test.each([
    ["*bold* _it_ ~no~ `code`", "**bold** _it_ ~~no~~ `code`"],
    ["a &lt;b&gt; &amp;amp;", "a <b> &amp;"],
    ["<https://a.example|Docs> <https://b.example>", "[Docs](https://a.example) https://b.example"],
    ["<@U1> <#C1> <#C2|sales> <!here> <!subteam^S1|@team>", "@Ana #support #sales @here @team"],
    ["<!date^1700000000^{date}|yesterday>", "yesterday"],
    ["&gt; quoted\nnot", "> quoted\n\nnot"],
    ["```let a;```", "```\nlet a;\n```"],
    ["2*3*4 snake_case_x ¯\\_(ツ)_/¯", "2*3*4 snake_case_x ¯\\\\\\_(ツ)\\_/¯"],
  ])("without blocks: %j", (mrkdwn, markdown) => {
    // The shrug is allowed to be escaped; it must only read as itself.
    expect(mrkdwn.includes("ツ") ? markdownToRichText(fromText(mrkdwn)) : fromText(mrkdwn)).toEqual(
      mrkdwn.includes("ツ") ? section({ type: "text", text: mrkdwn }) : markdown,
    );
  });
});

describe("a note to the team", () => {
  test.each([
    "note: hi",
    "Note: hi",
    "NOTE - hi",
    "**Note:** hi",
    "note：hi",
    " note :hi",
    "_note:_ hi",
    "🔒 note: hi",
  ])("%j stays with the team", (text) => expect(noteIn(text)).toBe("hi"));
  test.each([
    "Please note: hi",
    "notebook: hi",
    "Note that this",
    "notes: a",
    "note-taking helps",
  ])("%j goes to the visitor", (text) => expect(noteIn(text)).toBeUndefined());
});
