import { asItStands } from "../../../conversation/as-it-stands.ts";
import type { ConversationEvent } from "../../../conversation/events.ts";
import { type Delivery, NotBefore } from "../../../conversation/listener.ts";

/** A post that is changed a moment after it was made costs a second call, and people read it twice. */
const patienceMs = 8_000;

/** Agents write several replies in a row; what was sent for them stands in one post. */
const togetherMs = 2_000;

const lookAgainMs = 300;

/** Lets what is being translated wait for that, for a while, with all that comes after it, unless people are called. */
export function awaitingTranslation(hear: (delivery: Delivery) => Promise<void>, now: () => number) {
  return async (delivery: Delivery): Promise<void> => {
    const { events } = delivery;
    const standing = asItStands(events);
    const isCall = events.some(({ type }) => type === "conversation.handedOff");
    const first = standing.find((event) => !isCall && isAwaited(event) && event.at + patienceMs > now());
    if (first) {
      const before = events.filter(({ seq }) => seq < first.seq);
      if (before.length > 0) await hear({ ...delivery, events: before });
      throw new NotBefore(now() + lookAgainMs);
    }

    const last = standing.at(-1);
    if (last && standing.every(isForReply) && last.at + togetherMs > now())
      throw new NotBefore(last.at + togetherMs);
    await hear(delivery);
  };
}

const isAwaited = (event: ConversationEvent) =>
  event.type === "message.posted" && event.message.translation?.state === "awaited";

/** It says only what a reply that stands there became. */
const isForReply = (event: ConversationEvent) =>
  event.type === "message.translated" && event.message.author.kind === "agent";
