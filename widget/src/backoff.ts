const firstMs = 500;
const longestMs = 30_000;

/** How long to wait before trying again: doubling, and spread so that a restarted server is not stormed. */
export function backoffMs(failures: number, random: () => number = Math.random): number {
  const fullMs = Math.min(longestMs, firstMs * 2 ** failures);
  return fullMs * (0.5 + random() / 2);
}
