/** One line of a CSV file as RFC 4180 has it. */
export const csvLine = (cells: string[]): string => `${cells.map(csvCell).join(",")}\r\n`;

/** A spreadsheet would run a cell that begins like a formula: an apostrophe makes it text. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
