export type Appointments = ReturnType<typeof createAppointments>;

/** At most one appointment for each key: asked for again, the sooner one holds. */
export function createAppointments({ now, keep }: { now: () => number; keep: (key: string) => void }) {
  const booked = new Map<string, { at: number; timer: NodeJS.Timeout }>();
  let isStopped = false;

  return {
    book(key: string, at: number): void {
      const known = booked.get(key);
      if (isStopped || (known && known.at <= at)) return;
      clearTimeout(known?.timer);
      const timer = setTimeout(
        () => {
          booked.delete(key);
          keep(key);
        },
        Math.max(0, at - now()),
      );
      booked.set(key, { at, timer });
    },

    stop(): void {
      isStopped = true;
      for (const { timer } of booked.values()) clearTimeout(timer);
      booked.clear();
    },
  };
}
