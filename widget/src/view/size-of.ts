const units = ["B", "kB", "MB", "GB"];

/** A file's size as people say it: "812 B", "1.2 MB". */
export function sizeOf(bytes: number): string {
  let amount = bytes;
  let step = 0;
  for (; amount >= 1000 && step < 3; step++) amount /= 1000;
  return `${amount.toLocaleString([], { maximumFractionDigits: amount < 10 ? 1 : 0 })} ${units[step]}`;
}
