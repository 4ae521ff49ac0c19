import type { RichTextBlockElement, RichTextElement } from "@slack/types";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cut, cutMarkdown } from "../../../../src/channels/slack/text/cut.ts";
import { escaped, inert, unescaped } from "../../../../src/channels/slack/text/escape.ts";
import { markdownToRichText } from "../../../../src/channels/slack/text/markdown.ts";
import { mrkdwnToRichText } from "../../../../src/channels/slack/text/mrkdwn.ts";
import { plainToRichText } from "../../../../src/channels/slack/text/plain.ts";
import { richTextToMarkdown } from "../../../../src/channels/slack/text/to-markdown.ts";
import { costOf } from "../../../support/cost.ts";

const names = { user: () => undefined, channel: () => undefined };

/** Text as people and attackers write it: full of what means something to some format. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."*_~`[]()<>&|\\#-+!@:.>\n ".split(""),
        ..."**,__,~~,```,<!channel>,<@U1>,https://a.example/b_c,[a](https://b.example),1. ,- ,> ,# ,:smile:".split(
          ",",
        ),
      ),
      fc.string({ maxLength: 8 }),
      fc.string({ unit: "grapheme", maxLength: 5 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(""));

const elementsOf = (parts: RichTextBlockElement[]): RichTextElement[] =>
  parts.flatMap((part) =>
    part.type === "rich_text_list" ? part.elements.flatMap(({ elements }) => elements) : part.elements,
  );

const shown = (elements: RichTextElement[]) =>
  elements
    .map((element) =>
      element.type === "text"
        ? element.text
        : element.type === "link"
          ? (element.text ?? element.url)
          : element.type === "emoji"
            ? `:${element.name}:`
            : "",
    )
    .join("");

describe("whatever somebody writes", () => {
  test("a visitor's words are shown exactly as typed", () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(shown(elementsOf(plainToRichText(text)))).toBe(text);
      }),
    );
  });

  test("nobody's words can mention anyone: only text and links come out, and no element is empty", () => {
    fc.assert(
      fc.property(words, (text) => {
        for (const element of [
          ...elementsOf(plainToRichText(text)),
          ...elementsOf(markdownToRichText(text)),
        ]) {
          expect(["text", "link"]).toContain(element.type);
          if (element.type === "text") expect(element.text).not.toBe("");
          if (element.type === "link") expect(element.url).toMatch(/^(https?:\/\/|mailto:|tel:)/i);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("escaped text holds no `<` or `>` and reads as before when unescaped", () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(escaped(text)).not.toMatch(/[<>]/);
        expect(inert(text)).not.toMatch(/[<>]/);
        expect(unescaped(escaped(text))).toBe(text);
      }),
    );
  });

  test("plain text typed in Slack means the same as Markdown", () => {
    fc.assert(
      fc.property(words, (typed) => {
        const text = typed
          .replace(/\s*\n\s*/g, "\n")
          .replace(/[^\S\n]+/g, " ")
          .trim();
        const markdown = richTextToMarkdown(
          text ? [{ type: "rich_text_section", elements: [{ type: "text", text }] }] : [],
          names,
        );
        const back = markdownToRichText(markdown);
        expect(back.every((part) => part.type === "rich_text_section")).toBe(true);
        expect(shown(elementsOf(back))).toBe(text);
        for (const element of elementsOf(back)) expect("style" in element && element.style).toBeFalsy();
      }),
      { numRuns: 3_000 },
    );
  });

  test("styles survive the way from Slack to Markdown and back", () => {
    const style = fc.record({
      bold: fc.option(fc.constant(true as const), { nil: undefined }),
      italic: fc.option(fc.constant(true as const), { nil: undefined }),
      strike: fc.option(fc.constant(true as const), { nil: undefined }),
    });
    const run = fc.record({ text: fc.stringMatching(/^[a-z]{1,5}( [a-z]{1,5})?$/), style });
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), (runs) => {
        const elements = runs.flatMap(({ text, style: chosen }, index): RichTextElement[] => [
          ...(index > 0 ? [{ type: "text", text: " " } as const] : []),
          { type: "text", text, style: JSON.parse(JSON.stringify(chosen)) },
        ]);
        const markdown = richTextToMarkdown([{ type: "rich_text_section", elements }], names);
        const back = elementsOf(markdownToRichText(markdown));
        const letters = (list: RichTextElement[]) =>
          list.flatMap((element) =>
            element.type === "text"
              ? [...element.text].filter((char) => char !== " ").map((char) => [char, { ...element.style }])
              : [],
          );
        expect(letters(back), markdown).toEqual(letters(elements));
      }),
      { numRuns: 1_000 },
    );
  });

  test("Slack's text form is always read", () => {
    fc.assert(
      fc.property(words, (text) => {
        richTextToMarkdown(mrkdwnToRichText(text), names);
        const plain = text
          .replace(/[*_~`>.•◦▪]/g, "")
          .replace(/\s+/g, " ")
          .trim();
        expect(shown(elementsOf(mrkdwnToRichText(escaped(plain))))).toBe(plain);
      }),
    );
  });

  test("cutting loses nothing and keeps to the limit", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 40 }), (text, max) => {
        expect(cut(text, max).join("")).toBe(text);
        for (const piece of cut(text, max)) expect(piece.length).toBeLessThanOrEqual(max);
        for (const piece of cutMarkdown(text, max)) expect(piece.length).toBeLessThanOrEqual(max);
      }),
    );
  });
});

describe("hostile text", () => {
  test.each([
    "*",
    "_",
    "`",
    "[",
    "**a ",
    "![",
    "<",
    "\\",
    "> ",
    "1. ",
    "~~",
    "https://",
    "(",
    "*a _b ",
  ])("twelve thousand characters of %j are read at once", (piece) => {
    const text = piece.repeat(Math.ceil(12_000 / piece.length));
    const cost = costOf(() => {
      markdownToRichText(text);
      mrkdwnToRichText(text);
      plainToRichText(text);
      richTextToMarkdown([{ type: "rich_text_section", elements: [{ type: "text", text }] }], names);
    });

    expect(cost).toBeLessThan(60);
  });
});
