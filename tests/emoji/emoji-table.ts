import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

export interface SourceEmoji {
  unified: string;
  short_names: string[];
  subcategory: string;
  sort_order: number;
  skin_variations?: Record<string, { unified: string }>;
}

export const tablePath = "src/emoji/emoji-table.ts";

/** The list Slack itself takes its names from. */
export const sourceEmoji = (): SourceEmoji[] =>
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve("emoji-datasource/emoji.json"), "utf8"));

export const characters = (unified: string) =>
  String.fromCodePoint(...unified.split("-").map((point) => Number.parseInt(point, 16)));

/** The table's file. After an update of emoji-datasource: `npx tsx tests/emoji/emoji-table.ts` */
export function emojiTableFile(): string {
  const lines: Record<string, string[]> = {};
  for (const { short_names, unified, subcategory } of sourceEmoji().sort(bySortOrder))
    lines[subcategory] = [...(lines[subcategory] ?? []), `:${short_names.join(":")}:${characters(unified)}`];
  return `/** Slack's names of all standard emoji, each entry ending in the character. Made by tests/emoji/emoji-table.ts. */
export const emojiTable = \`
${Object.values(lines)
  .map((line) => line.join(" "))
  .join("\n")}
\`;
`;
}

const bySortOrder = (one: SourceEmoji, other: SourceEmoji) => one.sort_order - other.sort_order;

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) writeFileSync(tablePath, emojiTableFile());
