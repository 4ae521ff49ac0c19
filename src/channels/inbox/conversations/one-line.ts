/** A text as one line, without the marks that would make it bold, a list or a link. */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/^\s*(?:`{3,}[^`\n]*|~{3,}[^\n]*)$/gm, "")
    .replaceAll(/\[([^\]\n]{1,200})\]\([^()\s]{1,300}\)/g, "$1")
    .replaceAll(/^\s*(?:#{1,6}|[-*>•]|\d{1,4}[.)])\s+/gm, "")
    .replaceAll(/(?<!\\)(?:\*\*|__|~~|`{1,3})/g, "")
    .replaceAll(/(?<!¯)\\([!-/:-@[-`{-~])/g, "$1")
    .replaceAll(/\s+/g, " ")
    .trim();
