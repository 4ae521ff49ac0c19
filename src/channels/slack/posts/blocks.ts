import type { ContextBlock, KnownBlock, RichTextBlock, RichTextElement } from "@slack/types";
import { cut } from "../text/cut.ts";
import type { LineEntry } from "./entry.ts";
import { lengthIn } from "./size.ts";

/** Of one message; Slack refuses more. */
export const maxBlocks = 50;

/** Of text in one block. */
const maxBlockLength = 2_990;

/** A fine line about what happened. `isLikeWords` sets it so that it can share a block with what people said. */
export function lineBlock(
  { text, called = [] }: Pick<LineEntry, "text" | "called">,
  isLikeWords: boolean,
): ContextBlock | RichTextBlock {
  const [shown = ""] = cut(text, 2_000);
  if (called.length > 0) return callBlock(shown, called);
  if (!isLikeWords)
    return { type: "context", elements: [{ type: "plain_text", text: shown || " ", emoji: false }] };
  const element = { type: "text", text: shown, style: { italic: true } } as const;
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [element] }] };
}

/** Slack tells those who are named in words, and nobody who is named in a fine line. */
function callBlock(text: string, called: readonly string[]): RichTextBlock {
  const names = called.flatMap((id): RichTextElement[] => [
    id.startsWith("S") ? { type: "usergroup", usergroup_id: id } : { type: "user", user_id: id },
    { type: "text", text: " " },
  ]);
  return {
    type: "rich_text",
    elements: [
      { type: "rich_text_section", elements: [...names, { type: "text", text, style: { italic: true } }] },
    ],
  };
}

/** Where a post would have too many blocks, neighbours share one: Slack limits blocks, not what stands in them. */
export function withinLimits(blocks: KnownBlock[]): KnownBlock[] {
  let surplus = blocks.length - maxBlocks;
  const kept: KnownBlock[] = [];
  for (const block of blocks) {
    const last = kept.at(-1);
    const both =
      surplus > 0 && last?.type === "rich_text" && block.type === "rich_text"
        ? joined(last, block)
        : undefined;
    if (both && lengthIn(both) <= maxBlockLength) {
      kept[kept.length - 1] = both;
      surplus -= 1;
    } else kept.push(block);
  }
  return kept;
}

const joined = (one: RichTextBlock, other: RichTextBlock): RichTextBlock => ({
  type: "rich_text",
  elements: [...one.elements, ...other.elements],
});
