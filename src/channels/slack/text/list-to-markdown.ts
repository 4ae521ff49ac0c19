import type { Part } from "./parts.ts";

export type List = Extract<Part, { type: "list" }>;

interface Level {
  indent: number;
  isOrdered: boolean;
  count: number;
}

/** Lists that follow each other, as one: numbers go on after a list within, and no list is more than one deeper than the last. */
export function listsToMarkdown(lists: List[], write: (item: List["items"][0]) => string): string {
  const levels: Level[] = [];
  return lists
    .flatMap((list) => {
      const level = enter(levels, list);
      const indent = "   ".repeat(levels.length - 1);
      return list.items.flatMap((item) => {
        level.count++;
        const text = write(item)
          .trim()
          .replace(/\n(?!\n)/g, `\n${indent}   `);
        return text ? [`${indent}${list.isOrdered ? `${level.count}.` : "-"} ${text}`] : [];
      });
    })
    .join("\n");
}

function enter(levels: Level[], { indent, isOrdered, offset }: List): Level {
  while ((levels.at(-1)?.indent ?? 0) > indent) levels.pop();
  const last = levels.at(-1)?.indent === indent ? levels.pop() : undefined;
  const goesOn = last?.isOrdered === isOrdered ? last.count : 0;
  const level = { indent, isOrdered, count: Math.max(offset, goesOn) };
  levels.push(level);
  return level;
}
