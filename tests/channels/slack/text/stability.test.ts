import type { RichTextBlockElement, RichTextElement } from "@slack/types";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { written } from "../../../../src/channels/slack/replies/written.ts";
import { standardEmoji } from "../../../../src/channels/slack/text/emoji-names.ts";
import { markdownToRichText } from "../../../../src/channels/slack/text/markdown.ts";
import { mrkdwnToRichText } from "../../../../src/channels/slack/text/mrkdwn.ts";
import { richTextToMarkdown } from "../../../../src/channels/slack/text/to-markdown.ts";

const names = { user: (id: string) => id, channel: () => undefined, emoji: await standardEmoji() };

/** Markdown as people, models and attackers write it. */
const markdown = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."*_~`[]()<>&|\\#-+!:.> \n\n\t".split(""),
        ...[
          "**",
          "__",
          "~~",
          "***",
          "```",
          "\n```\n",
          "\n- ",
          "\n  - ",
          "\n1. ",
          "\n   2) ",
          "\n> ",
          "\n> - ",
          "\n# ",
        ],
        ...[
          "https://a.example/b_c(d)",
          "[a](https://b.example)",
          "![",
          "](",
          "<!channel>",
          ":smile:",
          "¯\\_(ツ)_/¯",
        ],
        ...["ab", "é", "שלום", "👩🏽‍💻", "\u00a0", "\u2028", "\r\n", "---", "\\"],
      ),
      fc.string({ unit: "grapheme", maxLength: 4 }),
    ),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join(""));

const words = fc.oneof(markdown, fc.stringMatching(/^[a-z *_~`]{1,12}$/)).filter((text) => text !== "");
const style = fc.record(
  { bold: fc.constant(true), italic: fc.constant(true), strike: fc.constant(true), code: fc.constant(true) },
  { requiredKeys: [] },
);
const element = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant("text"), text: words, style }) },
  fc.record({ type: fc.constant("link"), url: fc.webUrl({ withQueryParameters: true }), text: words, style }),
  fc.record({ type: fc.constant("link"), url: fc.webUrl(), style }),
  fc.record({ type: fc.constant("user"), user_id: fc.stringMatching(/^U[A-Z0-9]{2,4}$/), style }),
  fc.record({ type: fc.constant("emoji"), name: fc.constantFrom("wave", "our_own_one") }),
);
const line = fc.array(element, { maxLength: 5 });
const section = fc.record({ type: fc.constant("rich_text_section"), elements: line });
const part = fc.oneof(
  section,
  fc.record({ type: fc.constant("rich_text_quote"), elements: line }),
  fc.record({ type: fc.constant("rich_text_preformatted"), elements: fc.array(element, { maxLength: 2 }) }),
  fc.record({
    type: fc.constant("rich_text_list"),
    style: fc.constantFrom("bullet", "ordered"),
    indent: fc.nat(9),
    offset: fc.nat(12),
    border: fc.nat(1),
    elements: fc.array(section, { maxLength: 3 }),
  }),
);
const richText = fc
  .array(part, { maxLength: 5 })
  .map((parts) => JSON.parse(JSON.stringify(parts)) as RichTextBlockElement[]);

/** The same with anything anywhere: keys missing, of another type, or never heard of. */
const malformed = fc.letrec<{ anything: unknown }>((tie) => ({
  anything: fc.oneof(
    { maxDepth: 5 },
    fc.jsonValue({ maxDepth: 2 }),
    part,
    element,
    fc.dictionary(
      fc.constantFrom(
        "type",
        "elements",
        "text",
        "url",
        "style",
        "indent",
        "offset",
        "name",
        "rows",
        "unicode",
      ),
      tie("anything"),
    ),
    fc.record({
      type: fc.constantFrom(
        "rich_text",
        "rich_text_list",
        "rich_text_section",
        "table",
        "text",
        "date",
        "emoji",
      ),
      elements: fc.array(tie("anything"), { maxLength: 3 }),
      rows: tie("anything"),
      timestamp: fc.double(),
      indent: fc.double(),
      offset: fc.double(),
      skin_tone: fc.double(),
      unicode: fc.string(),
      name: tie("anything"),
    }),
  ),
})).anything;

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const elementsOf = (parts: RichTextBlockElement[]): RichTextElement[] =>
  parts.flatMap((one) =>
    one.type === "rich_text_list" ? one.elements.flatMap(({ elements }) => elements) : one.elements,
  );
const again = (text: string) => richTextToMarkdown(markdownToRichText(text), names);

describe("whatever comes", () => {
  test("Markdown that went through Slack's form once does not change any more", () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const once = again(text);
        expect(again(once)).toBe(once);
      }),
      { numRuns: 1_000 },
    );
  });

  test("a Slack message, whatever its formatting, keeps all its words on the way to the visitor and back", () => {
    fc.assert(
      fc.property(richText, (parts) => {
        const text = richTextToMarkdown(parts, names);
        const typed = JSON.stringify(elementsOf(parts).map((one) => ("text" in one ? one.text : "")));
        const shown = JSON.stringify(elementsOf(markdownToRichText(text)));
        for (const word of wordsIn(JSON.parse(typed).join(" "))) expect(shown).toContain(word);
      }),
      { numRuns: 1_000 },
    );
  });

  test("no rich text, however malformed, is an error", () => {
    fc.assert(
      fc.property(malformed, fc.array(malformed, { maxLength: 3 }), (one, several) => {
        for (const parts of [one, several]) {
          const text = richTextToMarkdown(parts as RichTextBlockElement[], names);
          markdownToRichText(text);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("no message, however malformed, is an error", async () => {
    const nobody = { person: async () => undefined, channelName: async () => undefined };
    await fc.assert(
      fc.asyncProperty(malformed, markdown, async (blocks, text) => {
        const list = (Array.isArray(blocks) ? blocks : [blocks]) as { type: string }[];
        expect((await written({ blocks: list, text }, nobody)).text).toBeTypeOf("string");
      }),
      { numRuns: 1_000 },
    );
  });

  test("Markdown never becomes anything that pings, whatever was mixed into it", () => {
    fc.assert(
      fc.property(markdown, (text) => {
        for (const one of elementsOf(markdownToRichText(text))) expect(["text", "link"]).toContain(one.type);
        for (const one of elementsOf(markdownToRichText(again(text))))
          expect(["text", "link"]).toContain(one.type);
      }),
      { numRuns: 1_000 },
    );
  });

  test("Slack's text form is stable too", () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const once = richTextToMarkdown(mrkdwnToRichText(text), names);
        expect(again(once)).toBe(once);
      }),
      { numRuns: 1_000 },
    );
  });
});
