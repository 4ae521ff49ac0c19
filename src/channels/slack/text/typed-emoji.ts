import type { RichTextElement } from "@slack/types";
import { stretches } from "./links.ts";

/** One emoji or several in a row; not the colons of 10:30:45, of a::b::c or of an address. */
const row = /(?<![\p{N}_:/.])(?::[a-z0-9_+-]{1,100}:)+(?!\p{N}|[a-z0-9_+-]+:)/gu;
const emoji = /:([^:]+):(?::(skin-tone-[2-6]):)?/g;

/** Text in which emoji are written as `:name:`, as elements. Which names there are is not known here. */
export function withEmoji(text: string): RichTextElement[] {
  return stretches(text).flatMap((stretch) =>
    stretch.isLink ? words(stretch.text) : elementsOf(stretch.text),
  );
}

function elementsOf(text: string): RichTextElement[] {
  const elements: RichTextElement[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(row)) {
    if (isWithinWord(text, index, found.length)) continue;
    elements.push(...words(text.slice(end, index)));
    for (const [, name = "", tone] of found.matchAll(emoji))
      elements.push({ type: "emoji", name: tone ? `${name}::${tone}` : name });
    end = index + found.length;
  }
  return [...elements, ...words(text.slice(end))];
}

const isWithinWord = (text: string, at: number, length: number) =>
  /\p{L}/u.test(text[at - 1] ?? "") && /\p{L}/u.test(text[at + length] ?? "");

const words = (text: string): RichTextElement[] => (text ? [{ type: "text", text }] : []);
