import { z } from "zod";
import { type Element, elementsIn } from "./element.ts";

/** A paragraph, a quote, a code block or a list of a rich_text block. */
export type Part = { isQuoted: boolean } & (
  | { type: "section" | "quote" | "code"; elements: Element[] }
  | { type: "list"; isOrdered: boolean; indent: number; offset: number; items: Element[][] }
);

/** Reads the blocks of a message or the elements of a rich_text block. Nothing is trusted to be as documented; nothing is lost. */
export const partsOf = (blocks: unknown): Part[] => (Array.isArray(blocks) ? blocks.flatMap(partsIn) : []);

/** `offset`: how many numbers come before the list's first. `border`: the bar Slack draws beside a quote. */
const block = z.object({
  type: z.string().catch(""),
  border: z.unknown().optional(),
  elements: z.array(z.unknown()).catch([]),
  rows: z.array(z.array(z.unknown())).catch([]),
  style: z.unknown().optional(),
  indent: z.number().min(0).max(8).catch(0),
  offset: z.int().min(0).max(999_999).catch(0),
});

function partsIn(value: unknown): Part[] {
  const { type, border, elements, rows, style, indent, offset } = block.safeParse(value).data ?? nothing;
  const isQuoted = border === 1;
  switch (type) {
    case "rich_text":
      return partsOf(elements);
    case "rich_text_section":
      return [{ type: "section", isQuoted, elements: elementsIn(elements) }];
    case "rich_text_quote":
      return [{ type: "quote", isQuoted: true, elements: elementsIn(elements) }];
    case "rich_text_preformatted":
      return [{ type: "code", isQuoted, elements: elementsIn(elements) }];
    case "rich_text_list":
      return [
        {
          type: "list",
          isQuoted,
          isOrdered: style === "ordered",
          indent,
          offset,
          items: elements.map(elementsIn),
        },
      ];
    case "table":
      return rows.map((cells) => ({ type: "section", isQuoted, elements: rowOf(cells) }));
    default:
      return [{ type: "section", isQuoted, elements: elementsIn(value) }];
  }
}

const nothing = block.parse({});

const rowOf = (cells: unknown[]) =>
  cells.flatMap((cell, index): Element[] => [
    ...(index > 0 ? [{ type: "text", text: " | ", style: {} } as const] : []),
    ...elementsIn(cell),
  ]);
