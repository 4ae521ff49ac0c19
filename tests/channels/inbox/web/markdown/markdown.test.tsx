import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PlainText } from "../../../../../src/channels/inbox/web/elements/plain-text.tsx";
import { previewOf } from "../../../../../src/channels/inbox/web/list/preview.ts";
import { Markdown } from "../../../../../src/channels/inbox/web/markdown/markdown.tsx";
import { everything, html, rendered } from "../../support/rendered.ts";

const shown = (text: string) => rendered(Markdown({ text }));
const written = (text: string) => html(shown(text));

describe("Markdown in the inbox", () => {
  test.each([
    [
      "**a** _b_ ~~c~~ `d` [e](https://e.example)",
      "<strong>a</strong> <em>b</em> <s>c</s> <code>d</code> <a https://e.example>e</a>",
    ],
    ["**_~~all~~_** ***both***", "<strong><em><s>all</s></em></strong> <strong><em>both</em></strong>"],
    [
      "**bold _and_ more** half**bold**word",
      "<strong>bold <em>and</em> more</strong> half<strong>bold</strong>word",
    ],
    ["**Note:**this **「完了。」**です", "<strong>Note:</strong>this <strong>「完了。」</strong>です"],
    ["my_file_name 2 * 3 * 4 ~5~", "my_file_name 2 * 3 * 4 ~5~"],
    ["\\*no\\* \\_no\\_ \\[x\\](y) \\# \\`c\\`", "*no* _no_ [x](y) # `c`"],
    ["_so_ ¯\\_(ツ)_/¯ _it is_", "<em>so</em> ¯\\_(ツ)_/¯ <em>it is</em>"],
    ["`¯\\_(ツ)_/¯` \\\\o/", "<code>¯\\_(ツ)_/¯</code> \\o/"],
    ["``a`b`` `` `ticks` `` `**c**`", "<code>a`b</code> <code>`ticks`</code> <code>**c**</code>"],
    ["one\ntwo\\\nthree", "one<br>two<br>three"],
    ["&amp; <b>x</b> <!-- y -->", "&amp; &lt;b>x&lt;/b> &lt;!-- y -->"],
  ])("%j is one paragraph of what it means", (text, expected) => {
    expect(written(text)).toBe(`<p>${expected}</p>`);
  });

  test.each([
    ["See https://a.example/b?c=1.", "See <a https://a.example/b?c=1>https://a.example/b?c=1</a>."],
    ["(https://a.example/x_(y))", "(<a https://a.example/x_(y)>https://a.example/x_(y)</a>)"],
    ["_https://a.example/x_y_", "<em><a https://a.example/x_y>https://a.example/x_y</a></em>"],
    [
      "[https://a.example/*b*](https://a.example/*b*)c",
      "<a https://a.example/*b*>https://a.example/*b*</a>c",
    ],
    ["[**a** b](mailto:ana@example.com)", "<a mailto:ana@example.com><strong>a</strong> b</a>"],
    ["[call](tel:+15550100)", "<a tel:+15550100>call</a>"],
    ["![a cat](https://a.example/cat.png)", "<a https://a.example/cat.png>a cat</a>"],
    ["![](https://a.example/cat.png)", "<a https://a.example/cat.png>https://a.example/cat.png</a>"],
    ["hi\\![x](https://a.example)", "hi!<a https://a.example>x</a>"],
  ])("%j leads where it says", (text, expected) => expect(written(text)).toBe(`<p>${expected}</p>`));

  test.each([
    "[x](javascript:alert(1))",
    "[x](data:text/html,hi)",
    "[x](/inbox/team)",
    "![x](javascript:alert(1))",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "[a]: /inbox/team",
    "ftp://a.example",
  ])("%s stays text", (text) => {
    expect(shown(text).map((node) => node.text)).toEqual([text]);
    expect(written(text)).not.toMatch(/<(?!\/?p>)/);
  });

  test.each([
    ["# Title\nfirst\nsecond", "<p><strong>Title</strong></p><p>first<br>second</p>"],
    [
      "- a\n- b\n1. one\n> said\nanswer",
      "<ul><li>a</li><li>b</li></ul><ol><li>one</li></ol><blockquote><p>said</p></blockquote><p>answer</p>",
    ],
    [
      "- a\n   - b\n      - c\n         1. d\n- e",
      "<ul><li>a<ul><li>b<ul><li>c<ol><li>d</li></ol></li></ul></li></ul></li><li>e</li></ul>",
    ],
    [
      "7. seven\n8. eight\n   - x `y`\n9. nine",
      "<ol start=7><li>seven</li><li>eight<ul><li>x <code>y</code></li></ul></li><li>nine</li></ol>",
    ],
    [
      "9. nine\n10. ten\n   - x\n      - y\n11. eleven",
      "<ol start=9><li>nine</li><li>ten<ul><li>x<ul><li>y</li></ul></li></ul></li><li>eleven</li></ol>",
    ],
    ["1. a\n  - two spaces\n\t- tab", "<ol><li>a<ul><li>two spaces</li><li>tab</li></ul></li></ol>"],
    [
      "1. first\n\n   still first\n2. second",
      "<ol><li><p>first</p><p>still first</p></li><li><p>second</p></li></ol>",
    ],
    ["- a\n- b\nThanks!", "<ul><li>a</li><li>b</li></ul><p>Thanks!</p>"],
    ["- [ ] open\n- [x] done", "<ul><li>[ ] open</li><li>[x] done</li></ul>"],
    [
      "1. run\n   ```sh\n   npm i\n     x\n   ```\n2. then",
      "<ol><li>run<pre><code>npm i\n  x</code></pre></li><li>then</li></ol>",
    ],
    ["```js\n**not bold**\n\n  <tag>\n```", "<pre><code>**not bold**\n\n  &lt;tag></code></pre>"],
    ["````\n```\nfence\n```\n````", "<pre><code>```\nfence\n```</code></pre>"],
    ["~~~\nopen to the end", "<pre><code>open to the end</code></pre>"],
    ["```npm start```", "<p><code>npm start</code></p>"],
    [
      "> said\n>\n> - one\n> - two\n>\n> ```\n> code\n> ```\n\nanswer",
      "<blockquote><p>said</p><ul><li>one</li><li>two</li></ul><pre><code>code</code></pre></blockquote><p>answer</p>",
    ],
    ["> > twice", "<blockquote><blockquote><p>twice</p></blockquote></blockquote>"],
    ["Hello\n--\nBen\n==", "<p>Hello<br>--<br>Ben<br>==</p>"],
    ["a\n\n    indented", "<p>a</p><p>    indented</p>"],
    ["a\n\n---\n#\n-", "<p>a</p><hr><p>#<br>-</p>"],
    [
      "| a | b |\n|---|---|\n| 1 | **2** |",
      "<div><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td><strong>2</strong></td></tr></tbody></table></div>",
    ],
  ])("%j stands in blocks", (text, expected) => expect(written(text)).toBe(expected));

  test("whatever is written, it is shown in harmless elements, links lead elsewhere, and no word is lost", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          "*",
          "_",
          "~~",
          "**",
          "`",
          "```",
          "[",
          "]",
          "(",
          ")",
          "\\",
          "<",
          ">",
          "|",
          "!",
          "&",
          " ",
          "\n",
          "\n\n",
          "    ",
        ],
        ...[
          "# ",
          "> ",
          "- ",
          "1. ",
          "12. ",
          "---",
          "===",
          "- [ ] ",
          "|-|\n",
          "[a]: ",
          "![",
          "](",
          "<b>",
          "</pre>",
          "<!--",
        ],
        ...[
          "https://a.b",
          "javascript:",
          "mailto:a@b",
          "www.a.b",
          "¯\\_(ツ)_/¯",
          "日本",
          "שלום",
          "👩🏽‍💻",
          "\ud83d",
        ],
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.flatMap((piece, index) => [piece, `w${index}w`]).join("");
        // What stands behind an opening fence names its language, and a link's target is not shown.
        const unfenced = text.replaceAll(/`{3,}|~{3,}/g, "").replaceAll("](", "");
        const nodes = shown(unfenced);
        for (const { type, props } of everything(nodes)) {
          expect(harmless).toContain(type);
          if (type === "a")
            expect(props).toMatchObject({
              ...leadsOut,
              href: expect.stringMatching(/^(https?|mailto|tel):/i),
            });
          expect(Object.keys(props).filter((name) => !known.includes(name))).toEqual([]);
        }
        const words = nodes.map((node) => node.text).join(" ");
        for (const [word] of unfenced.matchAll(/w\d+w/g)) expect(words).toContain(word);
        expect(() => shown(text)).not.toThrow();
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ...[
      "*",
      "_",
      "[",
      "`",
      "**a",
      "[a](",
      "> ",
      "- ",
      "1. ",
      "~~",
      "*a _b ",
      "_a*",
      "<",
      "![",
      "a@",
      "h",
      "https://a",
    ],
    ...["> - ", "a\n- ", "  - a\n", "|a", "\\", "[a](https://a.b)*"],
  ])("%j repeated to the longest message is read to its end", (unit) => {
    const text = unit.repeat(12_000 / unit.length);
    expect(everything(shown(text)).length).toBeGreaterThan(0);
  });
});

const harmless = [
  "",
  ..."p strong em s code pre a br hr ul ol li blockquote div table thead tbody tr th td".split(" "),
];
const known = ["href", "title", "target", "rel", "start", "scope", "class", "tabIndex", "children"];
const leadsOut = { target: "_blank", rel: "noopener noreferrer nofollow" };

describe("a visitor's text", () => {
  test("is no Markdown, and its addresses are links", () => {
    expect(
      html(rendered(PlainText({ text: "**a** <b>\n- https://a.example/x_(y), xhttps://b.example" }))),
    ).toBe("**a** &lt;b>\n- <a https://a.example/x_(y)>https://a.example/x_(y)</a>, xhttps://b.example");
  });

  test("is shown letter by letter as it was typed", () => {
    const piece = fc.oneof(
      fc.constantFrom("https://", "http://a.b", "javascript:", "<", ")", ".", " ", "\n"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        const nodes = rendered(PlainText({ text }));
        expect(nodes.map((node) => node.text).join("")).toBe(text);
        for (const { type, props } of everything(nodes))
          if (type) expect(props.href).toMatch(/^https?:\/\//i);
      }),
    );
  });
});

test("a preview is one line without marks", () => {
  expect(previewOf("# Hi\n- **a** [b](https://c.example)\n```js\n`d`\n```\n\\*e\\* ¯\\_(ツ)_/¯")).toBe(
    "Hi a b d *e* ¯\\_(ツ)_/¯",
  );
});
