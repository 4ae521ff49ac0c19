import type { RichTextPart } from "./compose.ts";
import type { Inline, Style } from "./inline.ts";

/** The lossy `text` Slack sends beside rich_text: mrkdwn with &, < and > escaped and links in angle brackets. */
export function asText(parts: RichTextPart[]): string {
  return parts.map(partText).join("\n").trimEnd();
}

export const escapeText = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function partText(part: RichTextPart): string {
  switch (part.type) {
    case "rich_text_section":
      return inlineText(part.elements).replace(/\n$/, "");
    case "rich_text_quote":
      return inlineText(part.elements)
        .split("\n")
        .map((line) => `&gt; ${line}`)
        .join("\n");
    case "rich_text_preformatted":
      return `\`\`\`${inlineText(part.elements)}\`\`\``;
    case "rich_text_list":
      return part.elements
        .map(
          (item, index) =>
            `${"    ".repeat(part.indent)}${part.style === "bullet" ? "•" : `${index + 1}.`} ${inlineText(item.elements)}`,
        )
        .join("\n");
  }
}

const inlineText = (elements: Inline[]) =>
  elements.map((element) => wrapped(elementText(element), element.style)).join("");

function elementText(element: Inline): string {
  switch (element.type) {
    case "text":
      return escapeText(element.text);
    case "link":
      return element.text === undefined
        ? `<${escapeUrl(element.url)}>`
        : `<${escapeUrl(element.url)}|${escapeText(element.text)}>`;
    case "user":
      return `<@${element.user_id}>`;
    case "channel":
      return `<#${element.channel_id}|>`;
    case "usergroup":
      return `<!subteam^${element.usergroup_id}>`;
    case "broadcast":
      return `<!${element.range}>`;
    case "emoji":
      return `:${element.name}:${element.skin_tone ? `:skin-tone-${element.skin_tone}:` : ""}`;
  }
}

const escapeUrl = (url: string) => url.replaceAll("&", "&amp;");

function wrapped(text: string, style: Style = {}): string {
  if (style.code) return `\`${text}\``;
  const marks = [style.bold && "*", style.italic && "_", style.strike && "~"]
    .filter((mark) => typeof mark === "string")
    .join("");
  return `${marks}${text}${[...marks].reverse().join("")}`;
}
