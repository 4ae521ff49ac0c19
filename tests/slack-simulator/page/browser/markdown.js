import { h, link } from "./dom.js";
import { withEmoji } from "./emoji.js";

/** Standard Markdown of a `markdown` block: headings, lists, quotes, code, tables left as text. */
export function markdown(text) {
  const nodes = [];
  const lines = text.split("\n");
  while (lines.length) {
    const line = lines.shift();
    const heading = /^(#{1,6}) +(.*)/.exec(line);
    if (line.startsWith("```")) {
      const end = lines.findIndex((next) => next.startsWith("```"));
      nodes.push(h("pre", {}, lines.splice(0, end < 0 ? lines.length : end).join("\n")));
      lines.shift();
    } else if (heading)
      nodes.push(h("p", { class: `heading heading-${heading[1].length}` }, inline(heading[2])));
    else if (/^ *([-*+]|\d+\.) +/.test(line))
      nodes.push(list([line, ...takeWhile(lines, (next) => /^ *([-*+]|\d+\.) +/.test(next))]));
    else if (line.startsWith(">"))
      nodes.push(
        h(
          "blockquote",
          {},
          inline(
            [line, ...takeWhile(lines, (next) => next.startsWith(">"))]
              .map((next) => next.replace(/^> ?/, ""))
              .join("\n"),
          ),
        ),
      );
    else if (/^([-*_])\1{2,}$/.test(line.trim())) nodes.push(h("hr"));
    else if (line.trim())
      nodes.push(
        h(
          "p",
          {},
          inline(
            [
              line,
              ...takeWhile(lines, (next) => next.trim() && !/^(#{1,6} |```|>| *([-*+]|\d+\.) )/.test(next)),
            ].join("\n"),
          ),
        ),
      );
  }
  return nodes;
}

function takeWhile(lines, wanted) {
  const end = lines.findIndex((line) => !wanted(line));
  return lines.splice(0, end < 0 ? lines.length : end);
}

function list(lines) {
  const isOrdered = /^ *\d/.test(lines[0]);
  return h(
    isOrdered ? "ol" : "ul",
    {},
    lines.map((line) => h("li", {}, inline(line.replace(/^ *([-*+]|\d+\.) +/, "")))),
  );
}

const rules = [
  { pattern: /`([^`]+)`/, node: (match) => h("code", {}, match[1]) },
  { pattern: /\*\*(.+?)\*\*|__(.+?)__/, node: (match) => h("strong", {}, inline(match[1] ?? match[2])) },
  { pattern: /~~(.+?)~~/, node: (match) => h("s", {}, inline(match[1])) },
  { pattern: /(?<!\w)[*_](\S(?:.*?\S)?)[*_](?!\w)/, node: (match) => h("em", {}, inline(match[1])) },
  { pattern: /\[([^\]]+)\]\(([^\s)]+)\)/, node: (match) => link(match[2], match[1]) },
  { pattern: /https?:\/\/[^\s<>]*[^\s<>.,!?:;)'"*_~]/, node: (match) => link(match[0], match[0]) },
];

function inline(text) {
  const matches = rules
    .map(({ pattern, node }) => ({ match: pattern.exec(text), node }))
    .filter(({ match }) => match);
  const first = matches.sort((a, b) => a.match.index - b.match.index)[0];
  if (!first) return withEmoji(text.replace(/\\([\\`*_{}[\]()#+.!~>-])/g, "$1"));
  const end = first.match.index + first.match[0].length;
  return [
    ...withEmoji(text.slice(0, first.match.index)),
    first.node(first.match),
    ...inline(text.slice(end)),
  ];
}
