import type { KnownBlock, RichTextBlock } from "@slack/types";
import { belowSuggestion } from "../suggestions/suggestion-blocks.ts";
import { escaped } from "../text/escape.ts";
import { lineBlock, maxBlocks, withinLimits } from "./blocks.ts";
import { cutEscaped } from "./cut-escaped.ts";
import type { DraftEntry, Entry, FileEntry } from "./entry.ts";
import type { Content, Worn } from "./post.ts";
import { type Speaker, wornBy } from "./speaker.ts";
import { wordsBlock } from "./words-block.ts";

export interface Setting {
  /** Ours: no visitor's post may look like it came from the app. */
  appNames: readonly string[];
  /** The conversation's page in the inbox. */
  inboxUrl: string;
  /** Whether names stand before words; left out, they do unless one person alone is speaking. */
  isQuoting?: boolean;
}

/** Slack cuts longer ones off. */
const maxTextLength = 39_000;

/** The one person who speaks in these entries; undefined when it is nobody or several. */
export function onlySpeaker(entries: readonly Entry[]): Speaker | undefined {
  const speakers = entries.flatMap((entry) => (entry.kind === "line" ? [] : [entry.speaker]));
  return speakers.every(({ key }) => key === speakers[0]?.key) ? speakers[0] : undefined;
}

/** A post that looks like its one speaker, or like the app quoting several. */
export function threadPost(
  entries: readonly Entry[],
  setting: Setting,
): Content & { worn: Worn | undefined } {
  const speaker = onlySpeaker(entries);
  const isQuoting = setting.isQuoting ?? speaker === undefined;
  // Fine lines share no block with words: where there is too much of both, lines are set like words.
  const isCrowded = entries.length > maxBlocks;
  const blockOf = (entry: Entry): KnownBlock => {
    switch (entry.kind) {
      case "words":
        return wordsBlock(entry, isQuoting);
      case "line":
        return lineBlock(entry, isCrowded);
      case "draft":
        return belowSuggestion(entry.address, entry.sent);
      case "file":
        return missingBlock(entry, setting.inboxUrl);
    }
  };
  const said = entries.flatMap((entry) => (entry.kind === "draft" ? [] : [textOf(entry, isQuoting)]));
  return {
    worn: speaker && wornBy(speaker, setting.appNames),
    text: cutEscaped(said.join("\n"), maxTextLength),
    blocks: withinLimits(entries.map(blockOf)),
  };
}

function textOf(entry: Exclude<Entry, DraftEntry>, isQuoting: boolean): string {
  if (entry.kind === "line") return [...(entry.called ?? []).map(mentionOf), escaped(entry.text)].join(" ");
  const mark = entry.isNote ? "🔒 internal: " : "";
  const words = entry.kind === "words" ? entry.text : missing(entry);
  return escaped(`${isQuoting ? `${entry.speaker.name}: ` : ""}${mark}${words}`);
}

const mentionOf = (id: string) => (id.startsWith("S") ? `<!subteam^${id}>` : `<@${id}>`);

/** A file stands in a post of words only where it could not be brought. */
const missing = ({ file: { name, size } }: FileEntry) =>
  `sent “${name}” (${size} ${size === 1 ? "byte" : "bytes"}), which could not be brought to Slack.`;

const missingBlock = (entry: FileEntry, inboxUrl: string): RichTextBlock => ({
  type: "rich_text",
  elements: [
    {
      type: "rich_text_section",
      elements: [
        { type: "text", text: `📎 ${entry.speaker.name} ${missing(entry)} `, style: { italic: true } },
        { type: "link", url: inboxUrl, text: "See it in the inbox" },
      ],
    },
  ],
});
