import { h } from "./dom.js";
import { state } from "./store.js";

const tones = ["🏻", "🏼", "🏽", "🏾", "🏿"];

/** One emoji by Slack's name; undefined when there is no such name. */
export function emojiNode(name, tone) {
  const custom = state.customEmoji[name];
  if (custom) return h("img", { class: "emoji", src: custom, alt: `:${name}:`, title: `:${name}:` });
  const character = state.emoji[name];
  return character
    ? h(
        "span",
        { class: "emoji", role: "img", "aria-label": name.replaceAll("_", " "), title: `:${name}:` },
        character + (tone ? tones[tone - 2] : ""),
      )
    : undefined;
}

/** `thumbsup::skin-tone-2`, as reactions name them. */
export function reactionNode(name) {
  const [base, tone] = name.split("::skin-tone-");
  return emojiNode(base, tone ? Number(tone) : undefined) ?? h("span", {}, `:${name}:`);
}

/** Plain text in which only :names: are more than they seem. */
export function withEmoji(text) {
  return text
    .split(/:([a-z0-9_+-]+):/)
    .map((part, place) => (place % 2 ? (emojiNode(part) ?? `:${part}:`) : part));
}
