/** Ends a request that has gone silent, or that nobody waits for any more. */
export interface Patience {
  /** Aborted when it is over. */
  signal: AbortSignal;
  /** Something came: the wait begins anew. */
  renew(): void;
  /** Why it is over; undefined while it is not. */
  over(): "silence" | "given up" | undefined;
  end(): void;
}

/** Not `AbortSignal.timeout`, and not the timeouts of SDKs: whatever is not cleared keeps the process from ending. */
export function createPatience(silenceMs: number, givenUp?: AbortSignal): Patience {
  const controller = new AbortController();
  let reason: ReturnType<Patience["over"]>;
  let timer: NodeJS.Timeout | undefined;

  function stop(why: NonNullable<typeof reason>): void {
    reason ??= why;
    clearTimeout(timer);
    controller.abort();
  }
  const giveUp = () => stop("given up");

  function renew(): void {
    clearTimeout(timer);
    if (!reason) timer = setTimeout(() => stop("silence"), silenceMs);
  }

  renew();
  if (givenUp?.aborted) giveUp();
  else givenUp?.addEventListener("abort", giveUp);

  return {
    signal: controller.signal,
    renew,
    over: () => reason,
    end() {
      clearTimeout(timer);
      givenUp?.removeEventListener("abort", giveUp);
    },
  };
}
