import type { RichTextBlockElement } from "@slack/types";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Markdown } from "../../../../../src/channels/inbox/web/markdown/markdown.tsx";
import { richTextToMarkdown } from "../../../../../src/channels/slack/text/to-markdown.ts";
import { type Rendered, rendered } from "../../support/rendered.ts";

const names = { user: () => undefined, channel: () => undefined };
const inInbox = (parts: RichTextBlockElement[]) =>
  rendered(Markdown({ text: richTextToMarkdown(parts, names) }));
const section = (text: string): RichTextBlockElement => ({
  type: "rich_text_section",
  elements: [{ type: "text", text }],
});

const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          "*",
          "_",
          "~",
          "`",
          "[",
          "]",
          "(",
          ")",
          "<",
          ">",
          "&",
          "|",
          "\\",
          "#",
          "-",
          "+",
          "!",
          "@",
          ":",
          ".",
          " ",
          "\n",
        ],
        ...[
          "**",
          "__",
          "~~",
          "```",
          "1. ",
          "- ",
          "> ",
          "# ",
          "===",
          "---",
          "¯\\_(ツ)_/¯",
          "<b>",
          "[a](https://b.example)",
        ],
      ),
      fc.stringMatching(/^[a-z]{1,6}$/),
      fc.string({ unit: "grapheme", maxLength: 4 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) =>
    pieces
      .join("")
      .replace(/\s*\n\s*/g, "\n")
      .replace(/[^\S\n]+/g, " ")
      .trim(),
  )
  .filter((text) => text !== "");

const textOf = (nodes: Rendered[]): string =>
  nodes.map(({ type, text, children }) => (type === "br" ? "\n" : type ? textOf(children) : text)).join("");

/** Letter by letter, which marks stand around it. */
const marked = (nodes: Rendered[], marks: string[] = []): string[] =>
  nodes.flatMap(({ type, text, children }) =>
    type
      ? marked(children, type === "p" ? marks : [...marks, type].sort())
      : [...text].filter((letter) => letter.trim()).map((letter) => [letter, ...marks].join(" ")),
  );

test("what was typed in Slack without any format is shown as it was typed", () => {
  fc.assert(
    fc.property(typed, (text) => {
      const nodes = inInbox([section(text)]);
      expect(nodes.map(({ type }) => type)).toEqual(["p"]);
      expect(textOf(nodes)).toBe(text);
    }),
    { numRuns: 3_000 },
  );
});

test("bold, italic, struck and code are shown around the letters they were put on in Slack", () => {
  const style = fc.constantFrom(
    {},
    { bold: true },
    { italic: true },
    { strike: true },
    { code: true },
    { bold: true, italic: true },
    { bold: true, strike: true },
  );
  const run = fc.record({ text: fc.stringMatching(/^[a-zé.:!"(界 ]{1,5}$/), style });
  const tags = { bold: "strong", italic: "em", strike: "s", code: "code" };
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), (runs) => {
      const apart = runs.flatMap(({ text, style }) => [
        { type: "text" as const, text, style },
        { type: "text" as const, text: " " },
      ]);
      const expected = runs.flatMap(({ text, style }) =>
        [...text]
          .filter((letter) => letter.trim())
          .map((letter) =>
            [
              letter,
              ...Object.entries(tags)
                .filter(([name]) => name in style)
                .map(([, tag]) => tag)
                .sort(),
            ].join(" "),
          ),
      );
      expect(marked(inInbox([{ type: "rich_text_section", elements: apart }]))).toEqual(expected);
    }),
    { numRuns: 2_000 },
  );
});

test("lists within lists are shown as deep and counted as far as in Slack", () => {
  const item = fc.record({
    ordered: fc.boolean(),
    indent: fc.nat(3),
    offset: fc.constantFrom(0, 0, 8, 98),
    count: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), (lists) => {
      let deepest = -1;
      const parts = lists.map(({ ordered, indent, offset, count }, index): RichTextBlockElement => {
        deepest = Math.min(indent, deepest + 1);
        return JSON.parse(
          JSON.stringify({
            ...{ type: "rich_text_list", style: ordered ? "ordered" : "bullet", indent: deepest },
            ...(ordered && offset > 0 ? { offset } : {}),
            elements: Array.from({ length: count }, (_, nth) => section(`item ${index} ${nth}`)),
          }),
        );
      });
      const expected = parts.flatMap((part) =>
        part.type === "rich_text_list"
          ? part.elements.map(
              ({ elements: [first] }) =>
                `${part.indent ?? 0} ${part.style} ${first?.type === "text" ? first.text : ""}`,
            )
          : [],
      );
      expect(itemsOf(inInbox(parts), 0)).toEqual(expected);
    }),
    { numRuns: 1_000 },
  );
});

function itemsOf(nodes: Rendered[], depth: number): string[] {
  return nodes.flatMap(({ type, children }) =>
    type !== "ul" && type !== "ol"
      ? []
      : children.flatMap(({ children: inside }) => [
          `${depth} ${type === "ol" ? "ordered" : "bullet"} ${textOf(inside.filter((node) => !["ul", "ol"].includes(node.type)))}`,
          ...itemsOf(inside, depth + 1),
        ]),
  );
}

test.each(["*\n:-", "a\n---|---", "*\n#", "a\n# #"])("%j, typed in two lines, is two lines", (text) => {
  const nodes = inInbox([section(text)]);
  expect(nodes.map(({ type }) => type)).toEqual(["p"]);
  expect(textOf(nodes)).toBe(text);
});
