import fc from "fast-check";
import { type ComponentChildren, isValidElement } from "preact";
import { expect, test } from "vitest";
import { Markdown } from "../../../src/channels/inbox/web/markdown.tsx";
import { previewOf } from "../../../src/channels/inbox/web/preview.ts";

test("bold, italic, struck, code and links become what they mean", () => {
  expect(html("**a** _b_ ~~c~~ `d` [e](https://e.example)")).toBe(
    "<p><strong>a</strong> <em>b</em> <s>c</s> <code>d</code> <a https://e.example>e</a></p>",
  );
});

test("lists, quotes, headings and code blocks stand apart", () => {
  expect(html("# Title\nfirst\nsecond\n\n- a\n- b\n1. one\n> said\n```js\n**not bold**\n```")).toBe(
    "<p><strong>Title</strong></p><p>first<br></br>second</p><ul><li>a</li><li>b</li></ul><ol><li>one</li></ol>" +
      "<blockquote>said</blockquote><pre><code>**not bold**</code></pre>",
  );
});

test("a full stop after an address does not belong to it", () => {
  expect(html("See https://a.example/b?c=1.")).toBe(
    "<p>See <a https://a.example/b?c=1>https://a.example/b?c=1</a>.</p>",
  );
});

test("snake_case and lone stars stay as they are", () => {
  expect(html("my_file_name 2 * 3 * 4")).toBe("<p>my_file_name 2 * 3 * 4</p>");
});

test.each([
  "[x](javascript:alert(1))",
  "[x](data:text/html,hi)",
  "<img src=x onerror=alert(1)>",
])("%s stays text", (text) => expect(html(text)).not.toMatch(/<a |<img src/));

test("code fences on one line lose nothing", () => {
  expect(html("```npm start```")).toBe("<p><code>npm start</code></p>");
});

test("whatever is written, only web and mail addresses become links, and no letter is lost", () => {
  const piece = fc.constantFrom(
    ..."*_~`[]()#>-1. \n",
    "https://a.b",
    "javascript:",
    "mailto:a@b",
    "<b>",
    "ab",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join("").replaceAll("```", "");
      const nodes = flat(Markdown({ text }));
      for (const { type, props } of nodes) if (type === "a") expect(props.href).toMatch(/^(https?:|mailto:)/);

      const shown = nodes.map(({ props }) => (props.text ?? "") + (props.href ?? "")).join("");
      for (const letter of "abjhmv<")
        expect(shown.split(letter).length).toBeGreaterThanOrEqual(text.split(letter).length);
    }),
  );
});

test("a hostile text of 12,000 characters is read in no time", () => {
  for (const unit of ["*", "_", "[", "`", "**a", "[a](", "> ", "- ", "~~"]) {
    const began = performance.now();
    html(unit.repeat(12_000 / unit.length));
    expect(performance.now() - began).toBeLessThan(500);
  }
});

test("a preview is one line without marks", () => {
  expect(previewOf("# Hi\n- **a** [b](https://c.example)\n`d`")).toBe("Hi a b d");
});

interface Node {
  type: unknown;
  props: Record<string, string>;
}

/** Every element and text, with components carried out. */
function flat(node: ComponentChildren): Node[] {
  if (node === null || node === undefined || typeof node === "boolean") return [];
  if (Array.isArray(node)) return node.flatMap(flat);
  if (!isValidElement(node)) return [{ type: "text", props: { text: String(node) } }];
  const { type, props } = node as unknown as { type: unknown; props: Record<string, never> };
  if (typeof type === "function") return flat(type(props));
  return [{ type, props }, ...flat(props.children)];
}

function html(text: string): string {
  return written(Markdown({ text }));
}

function written(node: ComponentChildren): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (Array.isArray(node)) return node.map(written).join("");
  if (!isValidElement(node)) return String(node).replaceAll("<", "&lt;");
  const { type, props } = node as { type: unknown; props: { children?: ComponentChildren; href?: string } };
  if (typeof type === "function") return written(type(props));
  return `<${type}${props.href ? ` ${props.href}` : ""}>${written(props.children)}</${type}>`;
}
