import type { Entry } from "./entry.ts";

/** For a name, a time and a mark in front of what somebody said. */
const headLength = 60;

/** Characters of a post that an entry takes up. */
export function sizeOf(entry: Entry): number {
  switch (entry.kind) {
    case "line":
      return entry.text.length;
    case "draft":
      return headLength;
    case "file":
      return entry.speaker.name.length + headLength + entry.file.name.length;
    case "words":
      return entry.speaker.name.length + headLength + lengthIn(entry.elements);
  }
}

/** Characters in the text and the addresses of blocks. */
export function lengthIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + lengthIn(one), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, one]) =>
      sum + (typeof one === "string" ? (key === "text" || key === "url" ? one.length : 0) : lengthIn(one)),
    0,
  );
}
