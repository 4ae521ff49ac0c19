/** Passes on what comes, as long as `signal` holds: who says nothing any more is not waited for. */
export async function* inTime<Item>(items: AsyncIterable<Item>, signal: AbortSignal): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await before(signal, iterator.next());
      if (done) return;
      yield value;
    }
  } finally {
    // Not awaited: it may be what hangs.
    iterator.return?.().catch(() => {});
  }
}

/** What `work` gives, or the signal's reason when that comes first. */
export async function before<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  signal.throwIfAborted();
  let giveUp = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    giveUp = () => reject(signal.reason);
    signal.addEventListener("abort", giveUp);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}
