import type { Entry } from "./entry.ts";

/** For a name, a time and a mark in front of what somebody said. */
const headLength = 60;

/** Characters of a post that an entry takes up. */
export const sizeOf = (entry: Entry) =>
  entry.kind === "line"
    ? entry.text.length
    : entry.speaker.name.length + headLength + lengthIn(entry.elements);

function lengthIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + lengthIn(one), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, one]) =>
      sum + (typeof one === "string" ? (key === "text" || key === "url" ? one.length : 0) : lengthIn(one)),
    0,
  );
}
