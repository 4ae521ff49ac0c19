const item = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)/;

/**
 * The list `src` begins with, spelled as Markdown wants it: what is indented by two spaces or more belongs to the item
 * above, however wide that item's number is, and what is not ends the list. `original` gives back what stood in `src`.
 */
export function withEvenIndents(src: string) {
  const lines = src.split("\n");
  const base = indentOf(lines[0] ?? "");
  const spelled: string[] = [];
  let width = 0;
  let shift: number | undefined;
  for (const line of lines) {
    const indent = indentOf(line);
    const [mark] = item.exec(line) ?? [];
    if (!line.trim()) spelled.push(line);
    else if (mark && indent < base + 2) {
      width = indent + mark.trim().length + 1;
      shift = undefined;
      spelled.push(line);
    } else if (indent < base + 2) break;
    else {
      shift ??= Math.max(0, width - indent);
      spelled.push(" ".repeat(shift) + line);
    }
  }
  return {
    text: spelled.join("\n"),
    original: (read: string) => lines.slice(0, read.split("\n").length).join("\n"),
  };
}

const indentOf = (line: string): number =>
  line.slice(0, line.length - line.trimStart().length).replaceAll("\t", "    ").length;
