import type { ConversationEvent } from "./conversation/events.ts";
import { isForTeam } from "./conversation/events.ts";
import type { Lane, LaneOutcome, Lanes } from "./conversation/lanes.ts";
import { type Listener, NotBefore, Refused } from "./conversation/listener.ts";
import type { ConversationStore } from "./conversation/store.ts";
import type { Log } from "./log.ts";

export interface RelayOptions {
  lanes: Lanes;
  store: Pick<ConversationStore, "find" | "eventsAfter">;
  /** All that will ever listen; may still be empty when the relay is made. */
  listeners: readonly Listener[];
  now: () => number;
  log: Log;
}

export interface Relay {
  start(): void;
  /** Something was recorded: look now rather than at the next poll. */
  kick(): void;
  /** Resolves when nothing is due any more; for tests and for closing. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** A listener that is still busy after this long is taken for dead, and its lane goes to the next node. */
const leaseMs = 60_000;
const pollMs = 1_000;
/** Not counting those of slow listeners, which only wait: a model that is silent must not keep handoffs from Slack. */
const maxLanesAtOnce = 64;
const maxSlowLanesAtOnce = 1_000;
/** How long a process that stops waits for them. */
const slowGraceMs = 2_000;
const firstRetryMs = 1_000;
const maxRetryMs = 5 * 60_000;
/** With the backoff above: a listener may be away for over an hour before a lane is given up. */
const maxAttempts = 20;

/** Brings every durable listener what it has not heard, in order, retried, and never back to its origin. */
export function createRelay({ lanes, store, listeners, now, log }: RelayOptions): Relay {
  const running = new Set<Promise<void>>();
  /** Of those, the ones of slow listeners: what ends each before it has heard. */
  const slow = new Set<(reason: NotBefore) => void>();
  let looking: Promise<void> | undefined;
  let again = false;
  let stopped = true;
  let timer: NodeJS.Timeout | undefined;

  /** Looks for due lanes; called while looking, looks once more afterwards. */
  function look(): Promise<void> {
    if (looking) {
      again = true;
      return looking;
    }
    looking = lookOnce().finally(() => {
      looking = undefined;
      if (again && !stopped) {
        again = false;
        void look();
      }
    });
    return looking;
  }

  async function lookOnce(): Promise<void> {
    try {
      const limit = maxLanesAtOnce - (running.size - slow.size);
      if (limit <= 0 || slow.size >= maxSlowLanesAtOnce) return;
      for (const lane of await lanes.lease({ now: now(), until: now() + leaseMs, limit })) run(lane);
    } catch (error) {
      log.error("the relay cannot read its lanes", { error });
    }
  }

  function run(lane: Lane): void {
    const work = deliver(lane)
      .catch((error: unknown) => log.error("a lane could not be put back", { ...lane, error }))
      .finally(() => {
        running.delete(work);
        if (!stopped) void look();
      });
    running.add(work);
  }

  async function deliver(lane: Lane): Promise<void> {
    let deliveredSeq = lane.deliveredSeq;
    try {
      deliveredSeq = await hear(lane, (seq) => {
        deliveredSeq = Math.max(deliveredSeq, seq);
      });
      await lanes.release(lane, { deliveredSeq, attempts: 0 });
    } catch (error) {
      const outcome = afterFailure(error, { ...lane, deliveredSeq }, now());
      const level = outcome.deadAt === undefined ? "warn" : "error";
      if (!(error instanceof NotBefore))
        log[level](outcome.deadAt === undefined ? "delivery failed, will retry" : "delivery given up", {
          listener: lane.listener,
          conversationId: lane.conversationId,
          attempts: outcome.attempts,
          error,
        });
      await lanes.release(lane, outcome);
      if (outcome.dueAt !== undefined) lookAt(outcome.dueAt);
    }
  }

  /** Sooner than the next poll, for those who only asked for a moment. */
  function lookAt(at: number): void {
    const inMs = Math.max(0, at - now());
    if (inMs < pollMs) setTimeout(() => void (stopped || look()), inMs).unref();
  }

  /** Returns the seq up to which everything was heard or does not concern the listener. */
  async function hear(lane: Lane, progressed: (seq: number) => void): Promise<number> {
    const listener = listeners.find(({ name }) => name === lane.listener);
    // Switched off since: what it missed waits for the day it is switched on again.
    if (!listener) throw new NotBefore(now() + maxRetryMs, `${lane.listener} is not running.`);

    const all = await store.eventsAfter(lane.conversationId, lane.deliveredSeq);
    const conversation = await store.find(lane.conversationId);
    const last = all.at(-1);
    if (!last || !conversation) return lane.deliveredSeq;

    const events = all.filter((event) => isFor(listener, event));
    if (events.length === 0) return last.seq;
    const hearing = listener.hear({
      conversation,
      events,
      uncertain: lane.uncertain,
      isLastTry: lane.attempts + 1 >= maxAttempts,
      async heard(seq) {
        progressed(seq);
        await lanes.heard(lane, seq, now() + leaseMs);
      },
    });
    await (listener.isSlow ? unlessStopped(hearing) : hearing);
    return last.seq;
  }

  /** What a slow listener has not heard when the process stops, it hears in the next one. */
  function unlessStopped(hearing: Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const madeRoom = running.size - slow.size === maxLanesAtOnce;
      slow.add(reject);
      if (madeRoom && !stopped) void look();
      hearing.then(resolve, reject).finally(() => slow.delete(reject));
    });
  }

  return {
    start() {
      stopped = false;
      timer = setInterval(() => void look(), pollMs);
      timer.unref();
      void look();
    },

    kick: () => void (stopped || look()),

    async idle() {
      do {
        await Promise.all(running);
        await (looking ?? look());
      } while (running.size > 0 || looking);
    },

    async stop() {
      stopped = true;
      clearInterval(timer);
      await looking;
      const grace = setTimeout(() => {
        for (const end of slow) end(new NotBefore(now(), "The process is stopping."));
      }, slowGraceMs);
      await Promise.all(running);
      clearTimeout(grace);
    },
  };
}

function isFor(listener: Listener, event: ConversationEvent): boolean {
  if (event.via === listener.name) return false;
  return listener.audience === "team" || !isForTeam(event);
}

function afterFailure(error: unknown, lane: Lane, now: number): LaneOutcome {
  const { deliveredSeq } = lane;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof NotBefore) return { deliveredSeq, attempts: lane.attempts, dueAt: error.at };

  const attempts = lane.attempts + 1;
  if (error instanceof Refused || attempts >= maxAttempts)
    return { deliveredSeq, attempts, deadAt: now, error: message };

  const backoffMs = Math.min(maxRetryMs, firstRetryMs * 2 ** (attempts - 1));
  return {
    deliveredSeq,
    attempts,
    dueAt: now + Math.round(backoffMs * (0.75 + Math.random() / 2)),
    error: message,
  };
}
