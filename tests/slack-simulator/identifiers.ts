/** Ids shaped like Slack's: a letter that tells the kind and ten capitals or digits, the same in every run. */
export function createIds(): (kind: string) => string {
  const counts = new Map<string, number>();
  return (kind) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${kind}0SIM${count.toString(36).toUpperCase().padStart(6, "0")}`;
  };
}

/** Message timestamps in microseconds, each later than the one before: they are ids inside a channel. */
export function createClock(): { nextTs(): string } {
  let last = 0;
  return {
    nextTs() {
      last = Math.max(Date.now() * 1000, last + 1);
      const text = String(last);
      return `${text.slice(0, -6)}.${text.slice(-6)}`;
    },
  };
}
