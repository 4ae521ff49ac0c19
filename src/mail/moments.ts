/** Days and times as a transcript names them, in one time zone. */
export function createMoments(timeZone: string) {
  const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone });
  const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone });
  const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone });

  return {
    /** "Tuesday, 24 November 2026" */
    day: (at: number) => `${weekday.format(at)}, ${date.format(at)}`,
    /** "24 November 2026" */
    date: (at: number) => date.format(at),
    /** "09:30" */
    time: (at: number) => time.format(at),
    zone: timeZone,
  };
}

export type Moments = ReturnType<typeof createMoments>;
