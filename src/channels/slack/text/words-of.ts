import type { Element } from "./element.ts";
import { type EmojiNames, emojiOf } from "./emoji.ts";

/** What the ids and names in a message stand for; undefined where nobody knows. */
export interface Names {
  user(id: string): string | undefined;
  channel(id: string): string | undefined;
  /** With or without its `@`. */
  usergroup?(id: string): string | undefined;
  emoji?: EmojiNames;
}

/** An element as a reader sees it. */
export function wordsOf(element: Element, names: Names): string {
  switch (element.type) {
    case "text":
      return element.text;
    case "link":
      return element.text ?? element.url;
    case "user":
      return marked("@", names.user(element.user_id) ?? element.label ?? "someone");
    case "channel":
      return marked("#", names.channel(element.channel_id) ?? element.label ?? "channel");
    case "usergroup":
      return marked("@", names.usergroup?.(element.usergroup_id) ?? element.label ?? "group");
    case "team":
      return "@team";
    case "broadcast":
      return `@${element.range}`;
    case "emoji":
      return emojiOf(element, names.emoji);
    case "date":
      return element.fallback ?? dateInWords(element.timestamp);
    case "color":
      return element.value;
  }
}

const marked = (mark: string, name: string) => (name.startsWith(mark) ? name : `${mark}${name}`);

/** `14 Nov 2023, 22:13 UTC`: where the reader is, nobody knows. */
function dateInWords(seconds: number): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return String(seconds);
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) (\d+:\d+)/.exec(date.toUTCString()) ?? [];
  return year ? `${Number(day)} ${month} ${year}, ${time} UTC` : date.toISOString();
}
