/** Passes the latest of many values on, at most once in `everyMs`. What is not passed on when it ends never is. */
export function paced<T>(pass: (value: T) => void, everyMs: number) {
  let waiting: { value: T } | undefined;
  let timer: NodeJS.Timeout | undefined;

  function next(): void {
    timer = undefined;
    if (!waiting) return;
    pass(waiting.value);
    waiting = undefined;
    timer = setTimeout(next, everyMs);
  }

  return {
    put(value: T): void {
      waiting = { value };
      if (!timer) next();
    },
    end(): void {
      clearTimeout(timer);
      waiting = undefined;
    },
  };
}
