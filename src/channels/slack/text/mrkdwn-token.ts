import type { RichTextElement } from "@slack/types";
import { unescaped } from "./escape.ts";

/** `@U1`, `#C1|name`, `!here`, `!subteam^S1|@team`, `!date^1^{time}^link|fallback`, or an address with or without a label. */
export function tokenToElement(token: string): RichTextElement {
  const bar = token.indexOf("|");
  const target = bar < 0 ? token : token.slice(0, bar);
  const label = bar < 0 ? "" : unescaped(token.slice(bar + 1));
  const [, mark, id = ""] = /^([@#]|!subteam\^)(\w+)$/.exec(target) ?? [];
  if (mark) return mentions(mark, id, label);
  if (target === "!here" || target === "!channel" || target === "!everyone")
    return {
      type: "broadcast",
      range: target === "!here" ? "here" : target === "!channel" ? "channel" : "everyone",
    };
  const [, seconds, format = "", url] = /^!date\^(-?\d{1,12})\^([^^]*)(?:\^(.+))?$/.exec(target) ?? [];
  if (seconds) return dated({ seconds: Number(seconds), format, url, label });
  if (/^[a-z][a-z0-9+.-]*:/i.test(target))
    return { type: "link", url: unescaped(target), ...(label ? { text: label } : {}) };
  return text(label || `<${unescaped(token)}>`);
}

/** The label is what to show where nobody knows the id. */
function mentions(mark: string, id: string, label: string): RichTextElement {
  const shown = label ? { label: label.replace(/^[@#]/, "") } : {};
  if (mark === "@") return { type: "user", user_id: id, ...shown };
  if (mark === "#") return { type: "channel", channel_id: id, ...shown };
  return { type: "usergroup", usergroup_id: id, ...shown };
}

function dated(date: { seconds: number; format: string; url: string | undefined; label: string }) {
  const { seconds, format, url, label } = date;
  const shown = label ? { fallback: label } : {};
  return {
    type: "date",
    timestamp: seconds,
    format,
    ...(url ? { url: unescaped(url) } : {}),
    ...shown,
  } as const;
}

const text = (words: string): RichTextElement => ({ type: "text", text: words });
