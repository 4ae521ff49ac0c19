import type { KnownBlock, RichTextBlock, RichTextElement } from "@slack/types";
import { escaped } from "../text/escape.ts";
import type { Entry } from "./entry.ts";
import type { Content, Worn } from "./post.ts";
import type { Speaker } from "./speaker.ts";

const maxBlocks = 50;

/** The one person who speaks in these entries; undefined when it is nobody or several. */
export function onlySpeaker(entries: readonly Entry[]): Speaker | undefined {
  const speakers = entries.flatMap((entry) => (entry.kind === "words" ? [entry.speaker] : []));
  return speakers.every(({ key }) => key === speakers[0]?.key) ? speakers[0] : undefined;
}

/** A post that looks like its one speaker, or like the app quoting several. */
export function threadPost(entries: readonly Entry[]): Content & { worn: Worn | undefined } {
  const speaker = onlySpeaker(entries);
  const isQuoting = speaker === undefined;
  return {
    worn: speaker?.worn,
    text: entries.map((entry) => textOf(entry, isQuoting)).join("\n"),
    blocks: within(
      maxBlocks,
      entries.map((entry) => blockOf(entry, isQuoting)),
    ),
  };
}

function textOf(entry: Entry, isQuoting: boolean): string {
  if (entry.kind === "line") return escaped(entry.text);
  const mark = entry.isNote ? "🔒 internal: " : "";
  return escaped(`${isQuoting ? `${entry.speaker.name}: ` : ""}${mark}${entry.text}`);
}

function blockOf(entry: Entry, isQuoting: boolean): KnownBlock {
  if (entry.kind === "line")
    return {
      type: "context",
      elements: [{ type: "plain_text", text: entry.text.slice(0, 2_000), emoji: false }],
    };
  const head = headOf(entry, isQuoting);
  return {
    type: "rich_text",
    elements: [
      ...(head.length > 0 ? [{ type: "rich_text_section", elements: head } as const] : []),
      ...entry.elements,
    ],
  };
}

function headOf(entry: Entry & { kind: "words" }, isQuoting: boolean): RichTextElement[] {
  const head: RichTextElement[] = [];
  if (isQuoting) head.push({ type: "text", text: entry.speaker.name, style: { bold: true } }, time(entry.at));
  if (entry.isNote)
    head.push({ type: "text", text: `${isQuoting ? "  " : ""}🔒 internal`, style: { italic: true } });
  return head;
}

const time = (at: number): RichTextElement => ({
  type: "date",
  timestamp: Math.floor(at / 1000),
  format: "  {time}",
  fallback: `  ${new Date(at).toISOString().slice(11, 16)} UTC`,
});

/** Where a post would have too many blocks, neighbours share one: Slack limits blocks, not what stands in them. */
function within(max: number, blocks: KnownBlock[]): KnownBlock[] {
  let surplus = blocks.length - max;
  const kept: KnownBlock[] = [];
  for (const block of blocks) {
    const last = kept.at(-1);
    if (surplus > 0 && block.type === "rich_text" && last?.type === "rich_text") {
      kept[kept.length - 1] = joined(last, block);
      surplus -= 1;
    } else kept.push(block);
  }
  return kept;
}

const joined = (one: RichTextBlock, other: RichTextBlock): RichTextBlock => ({
  type: "rich_text",
  elements: [...one.elements, ...other.elements],
});
