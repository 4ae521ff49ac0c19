/** Who reads which words of a message where both sides write their own language. Pure. */
import { asItStands } from "./as-it-stands.ts";
import type { ConversationEvent } from "./events.ts";
import type { Message, Sent } from "./message.ts";

/** An agent's reply that the visitor has nothing of yet. */
export const isHeld = ({ author, translation, sent }: Message) =>
  author.kind === "agent" && translation?.state === "awaited" && sent === undefined;

/** What the visitor has of a message that was posted as event `seq`; nothing while it is held. */
export const forVisitor = (message: Message, seq: number): Sent | undefined =>
  message.sent ?? (isHeld(message) ? undefined : { seq, text: message.text });

/** What the team reads first of a message, and the words it stands for where those are others. */
export function forTeam({ author, text, translation }: Message): { text: string; original?: string } {
  return author.kind !== "agent" && translation?.state === "done"
    ? { text: translation.text, original: text }
    : { text };
}

/** Whether the visitor waits for a reply: what is written after it does not overtake it. */
export const holdsAny = (events: readonly ConversationEvent[]) =>
  asItStands(events).some((event) => event.type === "message.posted" && isHeld(event.message));
