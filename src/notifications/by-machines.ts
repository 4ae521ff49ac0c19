import { type ConversationEvent, isNote } from "../conversation/events.ts";

/** How often the assistant's answers follow a visitor within a day while no person writes. */
export const maxByAssistant = 10;
const dayMs = 24 * 60 * 60_000;

/**
 * Two machines would answer each other for ever. Returns what was sent last, when it is enough for today: the
 * assistant's answers alone went out so often, and again it is only the assistant who answers. A person's always go.
 */
export function sentByMachines(
  all: readonly ConversationEvent[],
  unseen: readonly ConversationEvent[],
  now: number,
): ConversationEvent | undefined {
  if (unseen.some(isByAgent)) return undefined;
  const sent = all
    .slice(all.findLastIndex(isByAgent) + 1)
    .filter((event) => event.type === "conversation.reached" && (event.byEmail || event.bySms))
    .filter(({ at }) => at > now - dayMs);
  return sent.length < maxByAssistant ? undefined : sent.at(-1);
}

const isByAgent = (event: ConversationEvent) =>
  event.type === "message.posted" && !isNote(event) && event.message.author.kind === "agent";
