/** New handoffs; what is said in threads that are complete; and what was said before a thread was there. */
export type Rank = "root" | "live" | "history";

/** A place in the queue of its rank, kept while its owner is away. */
export interface Ticket<Waiter> {
  rank: Rank;
  whose: string;
  /** Whoever is there now; nobody while they were told to come back. */
  waiter: Waiter | undefined;
  /** Milliseconds since 1970; the place of somebody who is away is lost then. */
  keptUntil: number;
}

const ranks: readonly Rank[] = ["root", "live", "history"];

/** A rank that has been passed over this often has the next post. */
const maxPassedOver = 3;

/**
 * Whose turn it is: new handoffs first, so that agents see who waits, but every rank has each fourth post at least,
 * and within a rank whoever asked first comes first. A conversation has one place in a rank, however much it says.
 */
export function createTurnOrder<Waiter>() {
  const queues: Record<Rank, Ticket<Waiter>[]> = { root: [], live: [], history: [] };
  const passedOver: Record<Rank, number> = { root: 0, live: 0, history: 0 };
  const firstPresent = (rank: Rank) => queues[rank].find(({ waiter }) => waiter !== undefined);

  return {
    /** The place kept for somebody who comes back, or a new one at the end. */
    ticketOf(rank: Rank, whose: string): Ticket<Waiter> {
      const kept = queues[rank].find((ticket) => ticket.whose === whose && !ticket.waiter);
      if (kept) return kept;
      const ticket: Ticket<Waiter> = { rank, whose, waiter: undefined, keptUntil: Number.POSITIVE_INFINITY };
      queues[rank].push(ticket);
      return ticket;
    },

    /** A place before all others, for somebody whose turn came to nothing. */
    putFirst(rank: Rank, whose: string, keptUntil: number): void {
      queues[rank].unshift({ rank, whose, waiter: undefined, keptUntil });
    },

    /** How many posts come before this one at the least, if everybody comes who has a place. */
    ahead(ticket: Ticket<Waiter>): number {
      const before = queues[ticket.rank].indexOf(ticket);
      const lengths = { root: queues.root.length, live: queues.live.length, history: queues.history.length };
      if (ticket.rank === "root") {
        const share = Math.floor(before / maxPassedOver);
        return before + Math.min(lengths.live, share) + Math.min(lengths.history, share);
      }
      const others = lengths.root + lengths.live + lengths.history - lengths[ticket.rank];
      return before + Math.min(others, maxPassedOver * before);
    },

    present: () =>
      ranks.flatMap((rank) =>
        queues[rank].flatMap((ticket) => (ticket.waiter ? [{ ticket, waiter: ticket.waiter }] : [])),
      ),

    /** Takes whoever is next out of the queue. */
    next(): Waiter | undefined {
      const waiting = ranks.filter((rank) => firstPresent(rank) !== undefined);
      const [usual] = waiting;
      if (!usual) return undefined;
      const longest = Math.max(...waiting.map((rank) => passedOver[rank]));
      const overdue = waiting.find((rank) => passedOver[rank] === longest && longest >= maxPassedOver);
      const rank = overdue ?? usual;

      const ticket = firstPresent(rank);
      queues[rank] = queues[rank].filter((one) => one !== ticket);
      for (const other of waiting) passedOver[other] += 1;
      passedOver[rank] = 0;
      return ticket?.waiter;
    },

    /** Places of those who did not come back in time. */
    forget(now: number): void {
      for (const rank of ranks)
        queues[rank] = queues[rank].filter(({ waiter, keptUntil }) => waiter || keptUntil >= now);
    },
  };
}
