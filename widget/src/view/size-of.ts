const units = ["B", "kB", "MB", "GB"];

/** A file's size as people say it: "812 B", "1.2 MB". */
export function sizeOf(bytes: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const amount = bytes / 1000 ** step;
  return `${amount.toLocaleString([], { maximumFractionDigits: amount < 10 ? 1 : 0 })} ${units[step]}`;
}
