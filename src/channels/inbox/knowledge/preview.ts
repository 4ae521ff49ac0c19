const previewLength = 240;

/** How an article begins, without headings and Markdown's marks. */
export const previewOf = (text: string) =>
  text
    .slice(0, 4 * previewLength)
    .replaceAll(/^#{1,6}\s.*$/gm, "")
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/[*_`>|]+|^\s*[-+]\s/gm, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, previewLength);
