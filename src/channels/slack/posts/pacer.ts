import { NotBefore } from "../../../conversation/ports.ts";

/** New handoffs come before what is said in those already there. */
export type Rank = "root" | "reply";

export interface PacerOptions {
  now: () => number;
  /** Between two posts; Slack allows about one a second and channel. */
  intervalMs: number;
  /** Who would wait longer is told when to come back instead. */
  patienceMs: number;
}

export type Pacer = ReturnType<typeof createPacer>;

interface Waiter {
  rank: Rank;
  since: number;
  go(): void;
  leave(reason: NotBefore): void;
}

/** One channel's queue: lets posts go one at a time, at Slack's pace, new handoffs first and otherwise in order. */
export function createPacer({ now, intervalMs, patienceMs }: PacerOptions) {
  const waiters: Waiter[] = [];
  const booked: Record<Rank, number> = { root: 0, reply: 0 };
  let freeAt = 0;
  let timer: NodeJS.Timeout | undefined;

  return {
    /** Resolves when it is this post's turn; throws `NotBefore` with an appointment when that would take long. */
    turn(rank: Rank): Promise<void> {
      if (freeAt === Number.POSITIVE_INFINITY)
        return Promise.reject(new NotBefore(now(), "Slack is disconnected."));
      const ahead = waiters.filter((waiter) => rank === "reply" || waiter.rank === "root").length;
      const start = Math.max(now(), freeAt);
      if (start + ahead * intervalMs - now() > patienceMs) return Promise.reject(appointment(rank, ahead));

      return new Promise((resolve, reject) => {
        const waiter = { rank, since: now(), go: resolve, leave: reject };
        waiters.splice(ahead, 0, waiter);
        serve();
      });
    },

    /** Nobody waits any longer; whoever asks later is not kept either. */
    stop(): void {
      clearTimeout(timer);
      freeAt = Number.POSITIVE_INFINITY;
      for (const { leave } of waiters.splice(0)) leave(new NotBefore(now(), "Slack is being disconnected."));
    },

    /** Slack asked to wait: nobody posts before `at`. */
    pauseUntil(at: number): void {
      freeAt = Math.max(freeAt, at);
      serve();
    },
  };

  function serve(): void {
    clearTimeout(timer);
    timer = undefined;
    dismissOverdue();
    const next = waiters[0];
    if (!next) return;
    if (freeAt > now()) {
      timer = setTimeout(serve, freeAt - now());
      return;
    }
    waiters.shift();
    freeAt = now() + intervalMs;
    next.go();
    serve();
  }

  /** Overtaken by too many others, or held up by a pause: a lane's lease must not run out in our queue. */
  function dismissOverdue(): void {
    const start = Math.max(now(), freeAt);
    for (const [index, waiter] of [...waiters.entries()].reverse()) {
      if (start + index * intervalMs - waiter.since <= 2 * patienceMs) continue;
      waiters.splice(index, 1);
      waiter.leave(appointment(waiter.rank, index));
    }
  }

  /** Everybody gets a time of their own, so that a thousand lanes do not all come back at once. */
  function appointment(rank: Rank, ahead: number): NotBefore {
    const others = rank === "root" ? booked.root : Math.max(booked.root, booked.reply);
    const at = Math.max(Math.max(now(), freeAt) + ahead * intervalMs, others + intervalMs);
    booked[rank] = at;
    return new NotBefore(at, "Other posts to the Slack channel come first.");
  }
}
