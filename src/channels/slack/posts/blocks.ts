import type { ContextBlock, KnownBlock, RichTextBlock } from "@slack/types";
import { cut } from "../text/cut.ts";
import { lengthIn } from "./size.ts";

/** Of one message; Slack refuses more. */
export const maxBlocks = 50;

/** Of text in one block. */
const maxBlockLength = 2_990;

/** A fine line about what happened. `isLikeWords` sets it so that it can share a block with what people said. */
export function lineBlock(text: string, isLikeWords: boolean): ContextBlock | RichTextBlock {
  const [shown = ""] = cut(text, 2_000);
  if (!isLikeWords)
    return { type: "context", elements: [{ type: "plain_text", text: shown || " ", emoji: false }] };
  const element = { type: "text", text: shown, style: { italic: true } } as const;
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [element] }] };
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
