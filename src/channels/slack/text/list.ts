import type { RichTextBlockElement, RichTextElement, RichTextList } from "@slack/types";
import { inlineToRichText } from "./inline.ts";

/** `offset`: how many numbers come before the list's first; Slack documents it, its types do not know it. */
export type NumberedList = RichTextList & { offset?: number };

const bullet = /^( *)[-*+] +(?=\S)/;
const number = /^( *)(\d{1,9})[.)] +(?=\S)/;

export const isListItem = (line: string) => bullet.test(line) || number.test(line);

/** Takes a list off the top, with the lists inside it: for Slack, each run of items of one kind and depth is a list. */
export function listed(lines: string[]): RichTextBlockElement[] | undefined {
  const lists: NumberedList[] = [];
  const counted: number[] = [];
  for (let item = takeItem(lines); item; item = takeItem(lines)) {
    const { style, indent, text } = item;
    const before = Math.max(item.number - 1, style === "ordered" ? (counted[indent] ?? 0) : 0);
    counted.splice(
      indent,
      counted.length,
      ...Array(Math.max(0, indent - counted.length)).fill(0),
      before + 1,
    );

    const elements = inlineToRichText(text);
    const section = { type: "rich_text_section", elements: elements.length > 0 ? elements : blank } as const;
    const last = lists.at(-1);
    if (last && last.style === style && last.indent === indent) last.elements.push(section);
    else lists.push(newList({ style, indent, before, section }));
  }
  return lists.length > 0 ? lists : undefined;
}

const blank: RichTextElement[] = [{ type: "text", text: " " }];

interface Item {
  style: RichTextList["style"];
  indent: number;
  number: number;
  text: string;
}

function takeItem(lines: string[]): Item | undefined {
  const line = lines[0] ?? "";
  const match = bullet.exec(line) ?? number.exec(line);
  if (!match) return undefined;
  lines.shift();
  const text = [line.slice(match[0].length)];
  while (/^ {2,}\S/.test(lines[0] ?? "") && !isListItem(lines[0] ?? ""))
    text.push(lines.shift()?.trim() ?? "");
  return {
    style: match[2] === undefined ? "bullet" : "ordered",
    indent: Math.min(8, Math.floor((match[1]?.length ?? 0) / 2)),
    number: Number(match[2] ?? 1),
    text: text.join("\n"),
  };
}

function newList(
  list: Omit<Item, "number" | "text"> & { before: number; section: RichTextList["elements"][0] },
): NumberedList {
  const { style, indent, before, section } = list;
  const offset = style === "ordered" && before > 0 ? { offset: before } : {};
  return { type: "rich_text_list", style, indent, ...offset, elements: [section] };
}
