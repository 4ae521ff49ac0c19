import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markdown } from "../../widget/src/markdown/blocks.tsx";
import { plain } from "../../widget/src/markdown/plain.tsx";
import { costOf } from "../support/cost.ts";
import { elements, markup } from "./markup.ts";

const shown = (text: string) => markup(markdown(text));

describe("an answer's Markdown", () => {
  test.each([
    [
      "a **bold** and *quiet* ~~old~~ `code`",
      "a <strong>bold</strong> and <em>quiet</em> <del>old</del> <code>code</code>",
    ],
    ["***both***", "<strong><em>both</em></strong>"],
    ["__bold__ and _quiet_", "<strong>bold</strong> and <em>quiet</em>"],
    ["**bold with *quiet* inside**", "<strong>bold with <em>quiet</em> inside</strong>"],
    ["一**重要**です", "一<strong>重要</strong>です"],
    ["`**not bold**`", "<code>**not bold**</code>"],
    ["``a ` tick``", "<code>a ` tick</code>"],
    ["`````a ```` b`````", "<code>a ```` b</code>"],
    ["```npm i``` installs it", "<code>npm i</code> installs it"],
    ["one\ntwo", "one<br>two"],
  ])("%j is shown as meant", (text, expected) => expect(shown(text)).toBe(`<p>${expected}</p>`));

  test.each([
    "¯\\_(ツ)_/¯",
    "snake_case_name and __init__py",
    "2*3*4 = 24 and 5 * 3 * 2",
    "````not closed```",
    "about ~5 to ~10, ~~~~",
    "Name: ____ Date: ____",
    "**not closed",
    "[no link] (really)",
    "a < b > c & d",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "[click](data:text/html,hi)",
    "[click](/relative)",
  ])("%j stays as it was typed", (text) => expect(shown(text)).toBe(`<p>${text}</p>`));

  test("an escaped mark is only a mark", () =>
    expect(shown("\\*not quiet\\* 1\\. \\_")).toBe("<p>*not quiet* 1. _</p>"));

  test.each([
    [
      "[our **policy**](https://a.example/b_(c))",
      "<a href=https://a.example/b_(c)>our <strong>policy</strong></a>",
    ],
    ['[titled](https://a.example "Title")', "<a href=https://a.example>titled</a>"],
    ["[write](mailto:ana@a.example)", "<a href=mailto:ana@a.example>write</a>"],
    ["<https://a.example/x>", "<a href=https://a.example/x>https://a.example/x</a>"],
    ["<mailto:ana@a.example>", "<a href=mailto:ana@a.example>ana@a.example</a>"],
    ["(see https://a.example/x_y_z).", "(see <a href=https://a.example/x_y_z>https://a.example/x_y_z</a>)."],
    ["**https://a.example**", "<strong><a href=https://a.example>https://a.example</a></strong>"],
    ["![a cat](https://a.example/cat.png)", "<a href=https://a.example/cat.png>a cat</a>"],
    ["[\\[T-1\\] x](https://a.b)", "<a href=https://a.b>[T-1] x</a>"],
    ["\\[not a [link](https://a.b)", "[not a <a href=https://a.b>link</a>"],
  ])("%j links", (text, expected) => expect(shown(text)).toBe(`<p>${expected}</p>`));

  test("lists nest, keep their number and hold paragraphs", () => {
    expect(shown("- one\n  more\n\n  again\n\nafter")).toBe(
      "<ul><li><p>one<br>more</p><p>again</p></li></ul><p>after</p>",
    );
    expect(shown("3. one\n4. two\n   - deep")).toBe(
      "<ol start=3><li><p>one</p></li><li><p>two</p><ul><li><p>deep</p></li></ul></li></ol>",
    );
    expect(shown("* a\n* b\n\n* c")).toBe("<ul><li><p>a</p></li><li><p>b</p></li><li><p>c</p></li></ul>");
    expect(shown("- a\n1. b")).toBe("<ul><li><p>a</p></li></ul><ol start=1><li><p>b</p></li></ol>");
  });

  test("a number at a line's start is no list", () => {
    expect(shown("I was born in\n1986. What a year")).toBe("<p>I was born in<br>1986. What a year</p>");
  });

  test("code blocks are kept to the letter, closed or not", () => {
    expect(shown("see\n```ts\nif (a < b) **x**\n\n  y\n```\nend")).toBe(
      "<p>see</p><pre><code>if (a < b) **x**\n\n  y</code></pre><p>end</p>",
    );
    expect(shown("```\nopen")).toBe("<pre><code>open</code></pre>");
  });

  test("quotes, headings and rules", () => {
    expect(shown("> said\n> - this\n\n## Title ##\n---\nend")).toBe(
      "<blockquote><p>said</p><ul><li><p>this</p></li></ul></blockquote><p><strong>Title</strong></p><hr><p>end</p>",
    );
  });
});

describe("a visitor's text", () => {
  test("is shown as typed, with addresses linked", () => {
    expect(markup(plain("**no**\n<b> https://a.example/?q=1, ok"))).toBe(
      "**no**\n<b> <a href=https://a.example/?q=1>https://a.example/?q=1</a>, ok",
    );
  });
});

const marks = fc.constantFrom(
  ..."*_~`[]()<>!\\#>-+. \n\t13aZ",
  "**",
  "```",
  "https://",
  "](",
  "javascript:",
  "  - ",
  "1. ",
  "> ",
);
const troublesome = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.array(marks, { maxLength: 60 }).map((parts) => parts.join("")),
);

describe("whatever is written", () => {
  test("nothing but harmless elements and links comes of it", () => {
    const harmless = [
      "p",
      "strong",
      "em",
      "del",
      "code",
      "pre",
      "a",
      "ul",
      "ol",
      "li",
      "blockquote",
      "hr",
      "br",
    ];
    fc.assert(
      fc.property(troublesome, (text) => {
        const nodes = markdown(text);
        for (const { type, href } of elements(nodes)) {
          expect(harmless).toContain(type);
          if (type === "a") expect(String(href)).toMatch(/^(https?:\/\/|mailto:)/i);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("a visitor's text is there in full", () => {
    fc.assert(
      fc.property(troublesome, (text) => {
        expect(markup(plain(text)).replace(/<a href=[^>]*>|<\/a>/g, "")).toBe(
          text.replace(/<a href=[^>]*>|<\/a>/g, ""),
        );
      }),
    );
  });

  test("words without marks are all there", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 });
    fc.assert(fc.property(words, (list) => shown(list.join(" ")) === `<p>${list.join(" ")}</p>`));
  });

  test.each([
    "*",
    "_",
    "`",
    "[",
    "![a](",
    "[a](",
    "**a ",
    "> ",
    "- ",
    "~~",
    "```\n",
    "https://a",
    "<",
    "1. ",
    "(",
    "[a](b",
  ])("12,000 characters of %j are read in a moment", (part) => {
    const cost = costOf(() => markdown(part.repeat(12_000 / part.length)));
    expect(cost).toBeLessThan(60);
  });
});
