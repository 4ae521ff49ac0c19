/** Long enough for whoever was refused a moment ago to have given up. */
const secondTimeMs = 2_000;

/** Calls `recovered` at once and a little later, for those who were refused just before it worked again. */
export function createRecovery(recovered: () => void) {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  return {
    recovered(): void {
      if (isStopped) return;
      recovered();
      clearTimeout(timer);
      timer = setTimeout(recovered, secondTimeMs);
      timer.unref();
    },

    stop(): void {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
