import { awaitsPeople } from "../conversation/conversation.ts";
import type { Conversations } from "../conversation/index.ts";
import type { ConversationStore } from "../conversation/store.ts";
import type { Log } from "../log.ts";
import type { SettingsDesk } from "../settings/index.ts";
import { type Carrier, NotCarried, type Waiting } from "./carrier.ts";
import type { Notice, Notices, Way } from "./notice.ts";

export interface SendingOptions {
  conversations: Pick<Conversations, "callFailed">;
  notices: Notices;
  carriers: readonly Carrier[];
  store: Pick<ConversationStore, "find" | "eventsAfter">;
  settings: Pick<SettingsDesk, "current">;
  /** Milliseconds since 1970. */
  now: () => number;
  log: Log;
}

/** Whoever is busy with a recipient for longer is taken for dead. */
const leaseMs = 60_000;
const firstRetryMs = 5_000;
const maxRetryMs = 10 * 60_000;
/** With the backoff above, about three hours. */
const maxAttempts = 24;
/** After so many, within a minute, nobody relies on it any more. */
const doubtfulAttempts = 4;
const dayMs = 24 * 60 * 60_000;

/** Takes what is due for one recipient, which goes out when the result is called; undefined when nothing is due. */
export function createSending(options: SendingOptions) {
  const { conversations, notices, carriers, store, settings, now, log } = options;
  let taking: Promise<unknown> = Promise.resolve();
  /** Counted before they are sent: the day's last SMS must not go to several at once. */
  let smsUnderWay = 0;

  return async (): Promise<(() => Promise<void>) | undefined> => {
    // One after the other, or each would lease a part of what waits for one recipient.
    const take = taking.then(() => notices.take({ now: now(), until: now() + leaseMs }));
    taking = take.catch(() => undefined);
    const taken = await take;
    return taken && taken.length > 0 ? () => bring(taken) : undefined;
  };

  async function bring(taken: readonly Notice[]): Promise<void> {
    const [first] = taken;
    if (!first) return;
    const { way, recipient } = first;
    const waiting = await Promise.all(
      taken.map(async (notice) => ({ notice, waiting: await lookUp(notice) })),
    );
    const over = waiting.filter((one) => !one.waiting).map(({ notice }) => notice.id);
    if (over.length > 0) await notices.end(over, "dropped", "Somebody had answered before it was sent.");
    const due = waiting.flatMap((one) => (one.waiting ? [{ notice: one.notice, waiting: one.waiting }] : []));
    if (due.length > 0) await send({ way, recipient }, due);
  }

  async function lookUp({ conversationId }: Notice): Promise<Waiting | undefined> {
    const conversation = await store.find(conversationId);
    if (!conversation || !awaitsPeople(conversation)) return undefined;
    return { conversation, events: await store.eventsAfter(conversationId, 0) };
  }

  async function send(to: Recipient, due: readonly Due[]): Promise<void> {
    const { way, recipient } = to;
    const carrier = carriers.find((one) => one.way === way);
    if (!carrier) return giveUp(way, due, "failed", "Nothing is set up that could send it.");
    const known = (await notices.unreachable()).find((one) => one.way === way && one.recipient === recipient);
    if (known) return giveUp(way, due, "failed", known.words);
    if (way === "sms" && (await isUsedUp()))
      return giveUp(way, due, "dropped", "The most SMS for one day were sent already.");

    if (way === "sms") smsUnderWay += 1;
    try {
      const waiting = due.map((one) => one.waiting);
      await notices.sent(idsOf(due), await carrier.tell(recipient, waiting), now());
    } catch (error) {
      if (!(error instanceof NotCarried)) throw error;
      await failed(error, to, due);
    } finally {
      if (way === "sms") smsUnderWay -= 1;
    }
  }

  async function isUsedUp(): Promise<boolean> {
    const { smsPerDay } = await settings.current();
    return (await notices.countSince("sms", now() - dayMs)) + smsUnderWay >= smsPerDay;
  }

  async function failed(
    { message, isPassing, unreachable }: NotCarried,
    { way, recipient }: Recipient,
    due: readonly Due[],
  ): Promise<void> {
    const attempts = Math.max(...due.map(({ notice }) => notice.attempts)) + 1;
    log.warn("somebody could not be told that a visitor waits", { way, attempts, reason: message });
    if (unreachable) await notices.markUnreachable({ way, recipient, reason: unreachable, words: message });
    if (!isPassing || attempts >= maxAttempts) return giveUp(way, due, "failed", message);
    const delayMs = Math.min(maxRetryMs, firstRetryMs * 2 ** (attempts - 1));
    await notices.postpone(idsOf(due), now() + delayMs, message);
    await sayIfInVain(way, due, message);
  }

  async function giveUp(way: Way, due: readonly Due[], state: "failed" | "dropped", words: string) {
    await notices.end(idsOf(due), state, words);
    await sayIfInVain(way, due, words);
  }

  /** Who waits must not wait for a provider: what nobody was reached with is known in the conversation, and acted on. */
  async function sayIfInVain(way: Way, due: readonly Due[], problem: string): Promise<void> {
    for (const { notice, waiting } of due) {
      const { conversationId, key } = notice;
      if (!(await notices.isInVain({ way, key, attempts: doubtfulAttempts }))) continue;
      const { generation } = waiting.conversation;
      const source = { via: "notifications", externalId: `${way}/${key}` };
      await conversations.callFailed({ conversationId, generation, way, problem, source });
    }
  }
}

interface Recipient {
  way: Way;
  recipient: string;
}

/** A message that is due, and who waits. */
interface Due {
  notice: Notice;
  waiting: Waiting;
}

const idsOf = (due: readonly Due[]) => due.map(({ notice }) => notice.id);
