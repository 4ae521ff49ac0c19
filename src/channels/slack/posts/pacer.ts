import { NotBefore } from "../../../conversation/listener.ts";
import { createTurnOrder, type Rank, type Ticket } from "./turn-order.ts";

export interface PacerOptions {
  now: () => number;
  /** Between two posts; Slack allows about one a second and channel. */
  intervalMs: number;
  /** Who would wait longer is told when to come back instead, and keeps their place. */
  patienceMs: number;
}

export type Pacer = ReturnType<typeof createPacer>;

interface Waiter {
  since: number;
  go(): void;
  leave(reason: NotBefore): void;
}

/** A place is kept this long for somebody who does not come back when they were told to. */
const graceMs = 60_000;

/** One channel's queue: lets posts go one at a time, at Slack's pace, and nobody waits for ever. */
export function createPacer({ now, intervalMs, patienceMs }: PacerOptions) {
  const order = createTurnOrder<Waiter>();
  let freeAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  return {
    /** Resolves when it is the turn of `whose` post; throws `NotBefore` with an appointment when that would take long. */
    turn(rank: Rank, whose: string): Promise<void> {
      if (isStopped) return Promise.reject(new NotBefore(now(), "Slack is disconnected."));
      order.forget(now());
      const ticket = order.ticketOf(rank, whose);
      const at = expectedAt(ticket);
      if (at - now() > patienceMs) return Promise.reject(appointment(ticket, at));

      return new Promise((resolve, reject) => {
        ticket.waiter = { since: now(), go: resolve, leave: reject };
        serve();
      });
    },

    /** Nobody waits any longer; whoever asks later is not kept either. */
    stop(): void {
      isStopped = true;
      clearTimeout(timer);
      for (const { waiter } of order.present())
        waiter.leave(new NotBefore(now(), "Slack is being disconnected."));
    },

    /** Slack asked to wait until `at`: nobody posts before, and then whoever it refused comes first. */
    refused(rank: Rank, whose: string, at: number): void {
      order.putFirst(rank, whose, at + graceMs);
      freeAt = Math.max(freeAt, at);
      if (!isStopped) serve();
    },
  };

  function serve(): void {
    clearTimeout(timer);
    timer = undefined;
    dismissOverdue();
    if (freeAt > now()) {
      if (order.present().length > 0) timer = setTimeout(serve, freeAt - now());
      return;
    }
    const next = order.next();
    if (!next) return;
    freeAt = now() + intervalMs;
    next.go();
    serve();
  }

  /** Overtaken by too many others, or held up by a pause: a lane's lease must not run out in our queue. */
  function dismissOverdue(): void {
    for (const { ticket, waiter } of order.present()) {
      const at = expectedAt(ticket);
      if (at - waiter.since <= 2 * patienceMs) continue;
      ticket.waiter = undefined;
      waiter.leave(appointment(ticket, at));
    }
  }

  function expectedAt(ticket: Ticket<Waiter>): number {
    return Math.max(now(), freeAt) + order.ahead(ticket) * intervalMs;
  }

  /** A little early, so that somebody is always there when Slack takes the next post. */
  function appointment(ticket: Ticket<Waiter>, at: number): NotBefore {
    ticket.keptUntil = at + graceMs;
    return new NotBefore(Math.ceil(at - patienceMs / 2), "Other posts to the Slack channel come first.");
  }
}
