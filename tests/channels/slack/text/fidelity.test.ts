import type { RichTextBlockElement, RichTextElement } from "@slack/types";
import { describe, expect, test } from "vitest";
import { cutMarkdown } from "../../../../src/channels/slack/text/cut.ts";
import { standardEmoji } from "../../../../src/channels/slack/text/emoji-names.ts";
import { escaped } from "../../../../src/channels/slack/text/escape.ts";
import { markdownToRichText } from "../../../../src/channels/slack/text/markdown.ts";
import { mrkdwnToRichText } from "../../../../src/channels/slack/text/mrkdwn.ts";
import { plainToRichText } from "../../../../src/channels/slack/text/plain.ts";
import { richTextToMarkdown } from "../../../../src/channels/slack/text/to-markdown.ts";

const names = {
  user: (id: string) => ({ U1: "Ana" })[id],
  channel: (id: string) => ({ C1: "support" })[id],
  usergroup: (id: string) => ({ S1: "billing-team" })[id],
  emoji: await standardEmoji(),
};
const fromText = (mrkdwn: string) => richTextToMarkdown(mrkdwnToRichText(mrkdwn), names);
const fromBlocks = (...elements: unknown[]) =>
  richTextToMarkdown([{ type: "rich_text_section", elements }] as RichTextBlockElement[], names);
const bold = (text: string) => ({ type: "text", text, style: { bold: true } });
const text = (words: string) => ({ type: "text", text: words });
const again = (markdown: string) => richTextToMarkdown(markdownToRichText(markdown), names);

describe("what is formatted comes back as it was", () => {
  test.each([
    "**bold** _italic_ ~~struck~~ `code` **_both_**, **~~three _of them_~~**",
    "**bold _and_ more** after",
    "half**bold**word",
    "- a\n   - b\n      - c\n- d",
    "1. a\n2. b\n   - x `y`\n   - z\n3. c",
    "- a\n1. b\n2. c",
    "7. seven\n8. eight",
    "1. first\n\n   still first\n2. second",
    "1. run\n\n```\nnpm i\n  x\n```\n\n2. then",
    "> a\n> b",
    "> said\n>\n> - one\n> - two\n>\n> ```\n> code\n> ```\n\nanswer",
    "```\nlet a = `b`;\n\n  <tag>&amp;\n```",
    "````\n```\nfence\n```\n````",
    "``a`b`` and `<b>&amp;`",
    "`` `ticks` ``",
    "[Docs](https://a.example/a?b=c&d=e#f) https://a.example/snake_case_(x)/~b",
    "**[Docs](https://a.example)** _https://a.example/x_y_",
    "see (https://a.example/x).",
    "¯\\_(ツ)_/¯",
    "שלום **עולם** `קוד` https://a.example/ש",
    "مرحبا **بالعالم**\n\n- أول\n- ثان",
    "**🎉 done** 👩🏽‍💻",
    "2*3*4 snake_case_name 5 * 6 a_b",
    "& < > &amp; &lt;b&gt;",
  ])("%j", (markdown) => expect(again(markdown)).toBe(markdown));

  test.each([
    ["1. One\n    - four\n        - eight\n2. Two", "1. One\n   - four\n      - eight\n2. Two"],
    ["1. One\n\t- tab\n2. Two", "1. One\n   - tab\n2. Two"],
    ["- a\n\n- b\n\n\n- c", "- a\n- b\n- c"],
    ["* a\n+ b\n1) c", "- a\n- b\n1. c"],
    ["1. run\n   ```sh\n   npm i\n     x\n   ```\n2. then", "1. run\n\n```\nnpm i\n  x\n```\n\n2. then"],
    ["# Title\ntext", "**Title**\ntext"],
    ["***x***", "**_x_**"],
    ["~~~\n```\n~~~", "````\n```\n````"],
    ["a\r\nb\rc", "a\nb\nc"],
  ])("the assistant's %j is settled as %j", (markdown, settled) => {
    expect(again(markdown)).toBe(settled);
    expect(again(settled)).toBe(settled);
  });
});

describe("what people type in Slack", () => {
  test("spaces at the edges of bold stand outside of it", () => {
    expect(fromBlocks(text("a"), bold(" b "), text("c"))).toBe("a **b** c");
  });

  test("runs that differ only in where Slack cut them are one", () => {
    expect(fromBlocks(bold("bo"), bold("ld"), bold(" "), bold("too"))).toBe("**bold too**");
  });

  test("an emoji within bold is bold with it", () => {
    expect(
      fromBlocks(bold("hi "), { type: "emoji", name: "wave", style: { bold: true } }, bold(" you")),
    ).toBe("**hi 👋 you**");
  });

  test("marks on both sides of a name do not become a style", () => {
    expect(again(fromBlocks(text("*"), { type: "user", user_id: "U1" }, text("*")))).toBe("\\*@Ana\\*");
  });

  test("a dash before bold is no list, an exclamation mark before a link no picture", () => {
    expect(fromBlocks(text("- "), bold("x"))).toBe("\\- **x**");
    expect(again(fromBlocks(text("hi!"), { type: "link", url: "https://a.example", text: "x" }))).toBe(
      "hi\\![x](https://a.example)",
    );
  });

  test("a rule, a heading or a quote that was only typed stays characters", () => {
    for (const typed of ["---", "***", "# no", "> no", "1. no", "+ no", "```", "a\\\nb"]) {
      const markdown = fromBlocks(text(typed));
      expect(markdown).not.toBe(typed);
      expect(markdownToRichText(markdown)).toEqual([{ type: "rich_text_section", elements: [text(typed)] }]);
    }
  });

  test("links with brackets, pipes and quotes keep their label and their address", () => {
    const link = { type: "link", url: "https://a.example/x_(y)|z", text: "[T-1] a|b *c* `d`" };
    expect(markdownToRichText(fromBlocks(link))).toEqual([
      { type: "rich_text_section", elements: [{ ...link, url: "https://a.example/x_%28y%29|z" }] },
    ]);
  });

  test("an address that runs into the text behind it still ends where it did", () => {
    expect(fromBlocks({ type: "link", url: "https://a.example" }, text("and"))).toBe(
      "[https://a.example](https://a.example)and",
    );
    expect(fromBlocks({ type: "link", url: "https://a.example/b." })).toBe(
      "[https://a.example/b.](https://a.example/b.)",
    );
  });

  test("where a browser cannot go, the reader sees the address", () => {
    expect(fromBlocks({ type: "link", url: "tel:+15550100", text: "call us" })).toBe("call us (+15550100)");
    expect(fromBlocks({ type: "link", url: "javascript:alert(1)", text: "x" })).toBe(
      "x (javascript:alert(1))",
    );
  });

  test("code of several lines is code in every line", () => {
    expect(fromBlocks({ type: "text", text: "a\nb", style: { code: true } })).toBe("`a`\n`b`");
  });

  test("a list that starts deep or skips a depth is nested step by step", () => {
    const list = (indent: number, words: string) => ({
      type: "rich_text_list" as const,
      style: "bullet" as const,
      indent,
      elements: [{ type: "rich_text_section" as const, elements: [{ type: "text" as const, text: words }] }],
    });
    expect(richTextToMarkdown([list(2, "a"), list(5, "b"), list(1, "c"), list(0, "d")], names)).toBe(
      "- a\n   - b\n- c\n- d",
    );
  });

  test("12,000 characters of everything come through whole", () => {
    const long = "- **a** `b` [c](https://a.example/d_e) _f_ ~~g~~ 🎉 1 < 2 & 3\n".repeat(190).trim();
    expect(again(long)).toBe(long);
  });
});

describe("mentions, dates and elements nobody knows", () => {
  test.each([
    [{ type: "usergroup", usergroup_id: "S1" }, "@billing-team"],
    [{ type: "usergroup", usergroup_id: "S9" }, "@group"],
    [{ type: "team", team_id: "T1" }, "@team"],
    [{ type: "broadcast", range: "everyone" }, "@everyone"],
    [{ type: "color", value: "#ff0000" }, "#ff0000"],
    [{ type: "date", timestamp: 1700000000, format: "{date}", fallback: "yesterday" }, "yesterday"],
    [{ type: "date", timestamp: 1700000000, format: "{date}" }, "14 Nov 2023, 22:13 UTC"],
    [{ type: "date", timestamp: 1e300, format: "{date}" }, "1e+300"],
    [
      { type: "date", timestamp: 1, format: "", fallback: "then", url: "https://a.example" },
      "[then](https://a.example)",
    ],
    [{ type: "emoji", name: "thumbsup", skin_tone: 3 }, "👍🏼"],
    [{ type: "emoji", name: "our_logo_x" }, ":our_logo_x:"],
    [{ type: "hologram", text: "words" }, "words"],
    [{ type: "hologram", elements: [text("in "), { type: "user", user_id: "U1" }] }, "in @Ana"],
    [{ type: "canvas", title: "Plan", url: "https://a.example" }, "Plan"],
    [{ type: "user" }, ""],
    [null, ""],
    ["bare", "bare"],
  ])("%j reads %j", (element, markdown) => expect(fromBlocks(element)).toBe(markdown));

  test("a block nobody knows keeps its words", () => {
    const parts = [
      { type: "rich_text_poem", elements: [text("roses")] },
    ] as unknown as RichTextBlockElement[];
    expect(richTextToMarkdown(parts, names)).toBe("roses");
  });
});

describe("Slack's text form", () => {
  test.each([
    ["Thanks :pray: :thumbsup::skin-tone-3: :wave::smile:!", "Thanks 🙏 👍🏼 👋😄!"],
    ["Thanks:pray:", "Thanks🙏"],
    ["*bold :tada:* :not_an_emoji_x:", "**bold 🎉** :not_an_emoji_x:"],
    ["`:smile:` ```:smile:```", "`:smile:`\n\n```\n:smile:\n```"],
    [
      "10:30:45 at 10:100:45, std::map::x, http://x:80: a:car:b :) :/ ::",
      "10:30:45 at 10:100:45, std::map::x, http://x:80: a:car:b :) :/ ::",
    ],
    ["<https://a.example/:smile:|:smile:>", "[:smile:](https://a.example/:smile:)"],
    ["<!subteam^S1> <!subteam^S2|@ops> <!subteam^S9>", "@billing-team @ops @group"],
    [
      "<!here> <!channel> <!everyone> <@U1|an> <@U7|ben> <#C7|help>",
      "@here @channel @everyone @Ana @ben #help",
    ],
    ["<!date^1700000000^{date_short}^https://a.example|Tuesday>", "[Tuesday](https://a.example)"],
    ["<!date^1700000000^{date_short}>", "14 Nov 2023, 22:13 UTC"],
    ["<!date^99999999999999^x|some day> <!unknown> <!unknown|words> <@>", "some day <!unknown> words <@>"],
    ["<mailto:a@b.example|a@b.example> <tel:+15550100|+15550100>", "a@b.example +15550100"],
    ["<https://a.example/a?b=1&amp;c=2|a|b &amp; &lt;c&gt;>", "[a|b & <c>](https://a.example/a?b=1&c=2)"],
    ["&amp;amp; &amp;lt; &lt;!channel&gt;", "&amp; &lt; <!channel>"],
    ["• a\n    ◦ b\n• c", "- a\n   - b\n- c"],
    ["1. a\n2. b", "1. a\n2. b"],
  ])("%j reads %j", (mrkdwn, markdown) => expect(fromText(mrkdwn)).toBe(markdown));
});

describe("what a visitor types never acts in Slack", () => {
  test.each([
    "<!channel>",
    "<@U123>",
    "<#C123>",
    "<!subteam^S1>",
    "<https://evil.example|bank>",
    "@here",
  ])("%j arrives as those characters", (typed) => {
    for (const parts of [plainToRichText(typed), markdownToRichText(typed)]) {
      const elements = parts.flatMap((part): RichTextElement[] =>
        part.type === "rich_text_list" ? [] : part.elements,
      );
      expect(elements.map((one) => ("text" in one ? one.text : "url" in one ? one.url : "")).join("")).toBe(
        typed,
      );
      expect(elements.every(({ type }) => type === "text" || type === "link")).toBe(true);
      expect(elements.some((one) => "url" in one && "text" in one)).toBe(false);
    }
    expect(fromText(escaped(typed))).toBe(typed);
  });

  test("`& < >` are escaped exactly once", () => {
    expect(escaped("&lt; <b> &")).toBe("&amp;lt; &lt;b&gt; &amp;");
  });
});

describe("long Markdown in pieces", () => {
  test.each(["```", "~~~", "````"])("code fenced by %j stays code in every piece", (fence) => {
    const pieces = cutMarkdown(`${fence}js\n${"line\n".repeat(40)}${fence}\nend`, 80);
    for (const piece of pieces.slice(0, -1))
      expect(markdownToRichText(piece)).toMatchObject([{ type: "rich_text_preformatted" }]);
    expect(JSON.stringify(pieces.map(markdownToRichText))).not.toMatch(/[`~]/);
  });
});
