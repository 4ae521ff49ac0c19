import type { RichTextBlock, RichTextElement } from "@slack/types";
import type { WordsEntry } from "./entry.ts";

/** What somebody said, as a block; with who and when in front where a post quotes several. */
export function wordsBlock(entry: WordsEntry, isQuoting: boolean): RichTextBlock {
  const head = headOf(entry, isQuoting);
  return {
    type: "rich_text",
    elements: [
      ...(head.length > 0 ? [{ type: "rich_text_section", elements: head } as const] : []),
      ...entry.elements,
    ],
  };
}

function headOf({ speaker, isNote, draftFor, at }: WordsEntry, isQuoting: boolean): RichTextElement[] {
  const head: RichTextElement[] = [];
  if (isQuoting) head.push({ type: "text", text: speaker.name, style: { bold: true } }, time(at));
  if (isNote)
    head.push({
      ...{ type: "text", style: { italic: true } },
      text: `${isQuoting ? "  " : ""}🔒 ${draftFor ? `draft for ${draftFor}` : "internal"}`,
    });
  return head;
}

const time = (at: number): RichTextElement => ({
  type: "date",
  timestamp: Math.floor(at / 1000),
  format: "  {time}",
  fallback: `  ${new Date(at).toISOString().slice(11, 16)} UTC`,
});
