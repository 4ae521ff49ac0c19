import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainMarkup } from "../../src/mail/inline-markup.ts";
import { markdownMarkup } from "../../src/mail/markdown-markup.ts";

describe("Markdown in a mail", () => {
  test.each([
    ["**bold** and *slanted*", "<p><strong>bold</strong> and <em>slanted</em></p>"],
    ["a\nb\n\nc", "<p>a<br>b</p><p>c</p>"],
    ["`a < b`", "<p><code>a &lt; b</code></p>"],
    ["```\nx < y\n  z\n```", "<pre><code>x &lt; y\n  z</code></pre>"],
    ["> quoted\n> on", "<blockquote><p>quoted<br>on</p></blockquote>"],
    [
      "- one\n- two\n  - deeper\n- three",
      "<ul><li><p>one</p></li><li><p>two</p><ul><li><p>deeper</p></li></ul></li><li><p>three</p></li></ul>",
    ],
    ["3. three\n4. four", '<ol start="3"><li><p>three</p></li><li><p>four</p></li></ol>'],
    ["# Title", "<p><strong>Title</strong></p>"],
    ["[here](https://a.example/x)", '<p><a href="https://a.example/x">here</a></p>'],
    ["see https://a.example/x.", '<p>see <a href="https://a.example/x">https://a.example/x</a>.</p>'],
    ["snake_case_name and 2*3*4", "<p>snake_case_name and 2*3*4</p>"],
    ["\\*not bold\\*", "<p>*not bold*</p>"],
    ["[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"],
  ])("%j reads as it was meant", (markdown, html) => {
    expect(markdownMarkup(markdown).html).toBe(html);
  });

  test("a visitor's words stay as typed, apart from web addresses", () => {
    expect(plainMarkup("**a** <b>\nhttps://a.example/?q=1&r=2)").html).toBe(
      '**a** &lt;b&gt;<br><a href="https://a.example/?q=1&amp;r=2">https://a.example/?q=1&amp;r=2</a>)',
    );
  });

  const tags = /<(\/?)(p|br|strong|em|del|code|pre|blockquote|ul|ol|li|a)(?: (?:href|start)="[^"<>]*")?>/g;

  test("whatever is written, the result is well-formed and holds known elements only", () => {
    const piece = fc.constantFrom(
      "*",
      "**",
      "_",
      "~~",
      "`",
      "```",
      "> ",
      "- ",
      "1. ",
      "\n",
      "<",
      ">",
      '"',
      "&",
      "[a](",
      "https://a.b/",
      ")",
      "a",
      " ",
      "\\",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 40 }), (pieces) => {
        for (const { html } of [markdownMarkup(pieces.join("")), plainMarkup(pieces.join(""))]) {
          expect(html.replace(tags, "")).not.toMatch(/[<>"]/);
          const open: string[] = [];
          for (const [, slash, name = ""] of html.matchAll(tags)) {
            if (name === "br") continue;
            if (slash) expect(open.pop()).toBe(name);
            else open.push(name);
          }
          expect(open).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("twelve thousand hostile characters take no time worth noticing", () => {
    for (const text of [
      "*".repeat(12_000),
      "[".repeat(12_000),
      "`a".repeat(6_000),
      "> ".repeat(6_000),
      "_a ".repeat(4_000),
    ])
      expect(markdownMarkup(text).html.length).toBeGreaterThan(0);
  });
});
