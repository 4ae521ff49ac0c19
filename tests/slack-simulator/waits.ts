/** Waits that all end at once when the simulator stops. */
export function createWaits() {
  const endings = new Set<() => void>();
  let isStopped = false;
  return {
    /** Resolves to false when the wait was cut short. */
    over(ms: number): Promise<boolean> {
      return new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          endings.delete(end);
          resolve(!isStopped);
        };
        const timer = setTimeout(end, isStopped ? 0 : ms);
        endings.add(end);
      });
    },
    stop() {
      isStopped = true;
      for (const end of [...endings]) end();
    },
  };
}
