import { h, link } from "./dom.js";
import { emojiNode } from "./emoji.js";
import { dateNode, mention, nameOf } from "./mrkdwn.js";
import { state } from "./store.js";

/** A rich_text block, the structure Slack's composer makes. */
export const richText = (block) => (block.elements ?? []).map(part);

function part(element) {
  const children = () => (element.elements ?? []).map(inline);
  switch (element.type) {
    case "rich_text_quote":
      return h("blockquote", {}, children());
    case "rich_text_preformatted":
      return h("pre", {}, children());
    case "rich_text_list":
      return h(
        element.style === "ordered" ? "ol" : "ul",
        { class: `indent-${element.indent ?? 0}` },
        element.elements.map((item) => h("li", {}, (item.elements ?? []).map(inline))),
      );
    default:
      return h("div", { class: "section" }, children());
  }
}

function inline(element) {
  return styled(node(element), element.style ?? {});
}

function node(element) {
  switch (element.type) {
    case "text":
      return element.text;
    case "link":
      return link(element.url, element.text ?? element.url);
    case "user":
      return mention(`@${nameOf(element.user_id)}`);
    case "channel":
      return mention(
        `#${state.channels.find(({ id }) => id === element.channel_id)?.name ?? "private-channel"}`,
      );
    case "usergroup":
      return mention(`@${state.usergroups[element.usergroup_id] ?? "group"}`);
    case "broadcast":
      return mention(`@${element.range}`);
    case "date":
      return dateNode(`!date^${element.timestamp}^${element.format}`, element.fallback);
    case "emoji":
      return emojiNode(element.name, element.skin_tone) ?? `:${element.name}:`;
    default:
      return element.text ?? "";
  }
}

function styled(child, { bold, italic, strike, code }) {
  let node = child;
  if (code) node = h("code", {}, node);
  if (strike) node = h("s", {}, node);
  if (italic) node = h("em", {}, node);
  return bold ? h("strong", {}, node) : node;
}
