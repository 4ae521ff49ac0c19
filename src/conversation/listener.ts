import type { Conversation } from "./conversation.ts";
import type { ConversationEvent, Happening } from "./events.ts";

/** What a durable listener is owed: everything new of one conversation, in order, at once. */
export interface Delivery {
  /** As it is now; newer than the last of `events` when more happens meanwhile. */
  conversation: Conversation;
  events: ConversationEvent[];
  /** An earlier attempt may have got through: look before doing it again. */
  uncertain: boolean;
  /** When this one fails, it is not tried again. */
  isLastTry?: boolean;
  /** Remembers that everything up to `seq` was heard, so a later failure repeats only the rest. */
  heard(seq: number): Promise<void>;
}

export interface Listener {
  readonly name: string;
  /** "visitor" listeners never see team notes. */
  readonly audience: "visitor" | "team";
  /** It mostly waits, for seconds, for an answer from outside: nobody else is to wait for it. */
  readonly isSlow?: true;
  /** Pure: whether this change is worth waking for. What is slept through is heard with the next one. */
  concerns(conversation: Conversation, happenings: readonly Happening[]): boolean;
  /**
   * Hears one conversation's news. Throw anything to be called again with backoff, `NotBefore` to be called again at
   * a time, `Refused` to give up at once and tell people.
   */
  hear(delivery: Delivery): Promise<void>;
}

/** Not yet: the other side said when it will listen again (Slack's Retry-After). Costs no attempt. */
export class NotBefore extends Error {
  override readonly name = "NotBefore";
  readonly at: number;

  constructor(at: number, message = "The other side asked to wait.") {
    super(message);
    this.at = at;
  }
}

/** Trying again cannot help until a person changes something; `message` says what. */
export class Refused extends Error {
  override readonly name = "Refused";
}
