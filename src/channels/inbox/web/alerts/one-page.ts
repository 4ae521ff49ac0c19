/**
 * Of all open pages of the inbox in this browser, one alerts: the one that holds the lock, and when it closes, another.
 * A page that holds a lock is not put to sleep by the browser, so alerts come in the background, too.
 */
export function createOnePage() {
  const closing = new AbortController();
  let isIt = navigator.locks === undefined;
  // Without https there are no locks: then every page alerts.
  navigator.locks
    ?.request("inbox-alerts", { signal: closing.signal }, () => {
      isIt = true;
      return new Promise<void>((resolve) => closing.signal.addEventListener("abort", () => resolve()));
    })
    .catch(() => undefined);

  return {
    isThis: () => isIt,
    stop: () => closing.abort(),
  };
}
