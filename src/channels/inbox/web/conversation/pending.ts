import { type Signal, signal } from "@preact/signals";
import type { ConversationEvent } from "../../../../conversation/events.ts";
import type { Attachment } from "../../../../conversation/message.ts";
import { kept, memberId } from "../kept.ts";

/** Something I wrote that is not, as far as this page knows, in the conversation yet. */
export interface Pending {
  id: string;
  text: string;
  note: boolean;
  files: Attachment[];
  /** The suggestion of the assistant's it was made from. */
  suggestionId?: string | undefined;
  at: number;
  /** "waiting": it never reached the server, as far as this page knows, and goes by itself. "failed": it was refused. */
  state: "sending" | "waiting" | "sent" | "failed";
  /** Where it stands, once the server has it. */
  seq?: number | undefined;
  problem?: string | undefined;
}

const all = new Map<string, Signal<Pending[]>>();
const store = kept<Record<string, Pending[]>>("unsent", {});

/** What is on its way in a conversation: it outlives going elsewhere, and what is not sent outlives the page. */
export function pendingIn(conversationId: string): Signal<Pending[]> {
  const key = `${memberId()}/${conversationId}`;
  const known = all.get(key);
  if (known) return known;
  const pending = signal<Pending[]>((store.read()[conversationId] ?? []).map(interrupted));
  all.set(key, pending);
  pending.subscribe((now) => {
    const { [conversationId]: before, ...others } = store.read();
    const unsent = now.filter(({ state }) => state !== "sent");
    if (unsent.length > 0 || before)
      store.write(unsent.length > 0 ? { ...others, [conversationId]: unsent } : others);
  });
  return pending;
}

/** The conversations in which something of mine was not sent, also before this page was loaded. */
export function withUnsent(): string[] {
  const mine = `${memberId()}/`;
  const inThisPage = [...all.keys()]
    .filter((key) => key.startsWith(mine))
    .map((key) => key.slice(mine.length));
  return [...new Set([...inThisPage, ...Object.keys(store.read())])];
}

/** The page was closed on the way. Nobody knows whether it arrived; sent again under its id, it is said once. */
const interrupted = (message: Pending): Pending =>
  message.state === "sending" ? { ...message, state: "waiting" } : message;

/** Which of what I have been sending this event is, if any. */
export function settledBy(
  event: ConversationEvent,
  pending: readonly Pending[],
  memberId: string,
): Pending | undefined {
  if (event.type !== "message.posted" || event.message.author.kind !== "agent") return undefined;
  const { author, text, note } = event.message;
  if (author.id !== memberId) return undefined;
  return (
    pending.find(({ id, seq }) => seq === event.seq || event.externalId === `${memberId}/${id}`) ??
    pending.find((mine) => mine.suggestionId && mine.text === text && mine.note === note)
  );
}
