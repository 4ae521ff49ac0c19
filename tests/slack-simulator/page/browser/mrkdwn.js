import { h, link } from "./dom.js";
import { emojiNode } from "./emoji.js";
import { state } from "./store.js";

const unescaped = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Slack's mrkdwn as nodes: code fences and quotes first, then what is inside a line. */
export function mrkdwn(text) {
  const nodes = [];
  for (const [place, part] of text.split(/```([\s\S]*?)```/).entries()) {
    if (place % 2)
      nodes.push(
        h(
          "pre",
          {},
          unescaped(
            part
              .replace(/^\n|\n$/g, "")
              .replace(/<([^|>]+)(?:\|([^>]+))?>/g, (_, url, label) => label ?? url),
          ),
        ),
      );
    else nodes.push(...lines(part));
  }
  return nodes;
}

function lines(text) {
  const nodes = [];
  for (const run of text.split(/((?:^|\n)(?:&gt;|>)[^\n]*(?:\n(?:&gt;|>)[^\n]*)*)/)) {
    if (/^\n?(&gt;|>)/.test(run))
      nodes.push(h("blockquote", {}, inline(run.replace(/^\n/, "").replace(/^(&gt;|>) ?/gm, ""))));
    else if (run) nodes.push(...inline(nodes.length ? run.replace(/^\n/, "") : run));
  }
  return nodes;
}

const tokens = [
  { pattern: /`([^`\n]+)`/y, node: (match) => h("code", {}, unescaped(match[1])) },
  { pattern: /<([^<>\n]+)>/y, node: (match) => reference(match[1]) },
  {
    pattern: /(?<![\w*])\*(?=\S)([^*\n]*[^\s*])\*(?![\w*])/y,
    node: (match) => h("strong", {}, inline(match[1])),
  },
  { pattern: /(?<![\w_])_(?=\S)([^_\n]*[^\s_])_(?![\w_])/y, node: (match) => h("em", {}, inline(match[1])) },
  { pattern: /(?<![\w~])~(?=\S)([^~\n]*[^\s~])~(?![\w~])/y, node: (match) => h("s", {}, inline(match[1])) },
  { pattern: /:([a-z0-9_+-]+):(?::skin-tone-([2-6]):)?/y, node: (match) => emojiNode(match[1], match[2]) },
];

function inline(text) {
  const nodes = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const found = firstToken(text, at);
    if (found) {
      nodes.push(unescaped(plain), found.node);
      plain = "";
      at += found.length;
    } else plain += text[at++];
  }
  return [...nodes, unescaped(plain)].filter((node) => node !== "");
}

function firstToken(text, at) {
  for (const { pattern, node } of tokens) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const built = match && node(match);
    if (built) return { node: built, length: match[0].length };
  }
  return undefined;
}

/** `<@U…>`, `<#C…>`, `<!here>`, `<!date^…>` or a link. */
function reference(inside) {
  const [target, label] = inside.split("|");
  if (target.startsWith("@")) return mention(`@${nameOf(target.slice(1), label)}`);
  if (target.startsWith("#"))
    return mention(
      `#${state.channels.find(({ id }) => id === target.slice(1))?.name ?? label ?? "private-channel"}`,
    );
  if (target.startsWith("!subteam^"))
    return mention(`@${state.usergroups[target.slice(9)] ?? label ?? "group"}`);
  if (target.startsWith("!date^")) return dateNode(target, label);
  if (target.startsWith("!")) return mention(`@${target.slice(1)}`);
  return link(unescaped(target), unescaped(label ?? target.replace(/^mailto:/, "")));
}

export const mention = (text) => h("span", { class: "mention" }, text);

export function nameOf(id, fallback = "someone") {
  if (id === state.bot.id) return state.bot.name;
  return state.people.find((person) => person.id === id)?.realName ?? fallback;
}

export function dateNode(target, fallback) {
  const [, seconds, format = "{date_short} {time}"] = target.split("^");
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return h("span", {}, fallback ?? "");
  const day = date.toLocaleDateString(undefined, { month: "short", day: "numeric", year: "numeric" });
  const text = format
    .replace(/\{date[a-z_]*_pretty\}/g, nearDay(date) ?? day)
    .replace(/\{date[a-z_]*\}/g, day)
    .replace(/\{time(_secs)?\}/g, date.toLocaleTimeString(undefined, { hour: "numeric", minute: "2-digit" }))
    .replace(/\{ago\}/g, ago(date));
  return h("time", { datetime: date.toISOString() }, text);
}

/** Slack's `_pretty` dates say today, yesterday and tomorrow. */
function nearDay(date) {
  const midnight = (moment) => new Date(moment).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(date) - midnight(Date.now())) / 86_400_000);
  const words = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });
  return Math.abs(days) <= 1 ? words.format(days, "day") : undefined;
}

function ago(date) {
  const minutes = Math.round((date.getTime() - Date.now()) / 60_000);
  const words = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });
  if (minutes > -60) return minutes === 0 ? "just now" : words.format(minutes, "minute");
  return minutes > -1440
    ? words.format(Math.round(minutes / 60), "hour")
    : words.format(Math.round(minutes / 1440), "day");
}
