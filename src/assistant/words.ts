import { z } from "zod";

/** Characters nobody sees, and those that turn the direction of what follows. */
const unseen = /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/** A line of a model's: what is too long is cut rather than refused. */
export const line = (max: number, what: string) =>
  z
    .string()
    .describe(what)
    .transform((text) => cut(text.replaceAll(/\s+/g, " ").replaceAll(unseen, "").trim(), max));

/** The same in several lines. */
export const words = (max: number, what: string) =>
  z
    .string()
    .describe(what)
    .transform((text) => cut(text.replaceAll(unseen, (char) => (char === "\n" ? char : "")).trim(), max));

export const atMost = <Item extends z.ZodType<string>>(count: number, item: Item, what: string) =>
  z
    .array(item)
    .describe(what)
    .transform((items) => items.filter((text) => text !== "").slice(0, count));

const cut = (text: string, max: number) =>
  text.length > max ? `${text.slice(0, max - 1).trimEnd()}…` : text;
