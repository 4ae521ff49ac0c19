import type { Conversation } from "../conversation/conversation.ts";
import type { ConversationEvent } from "../conversation/events.ts";
import type { Unreachable, Way } from "./notice.ts";

/** A conversation somebody should hear of, as it stands when the message is written. */
export interface Waiting {
  conversation: Conversation;
  events: ConversationEvent[];
}

/** Brings messages to people in one way. */
export interface Carrier {
  way: Way;
  /** Resolves with the provider's id once it has taken the message; throws `NotCarried` otherwise. */
  tell(recipient: string, waiting: readonly Waiting[]): Promise<string>;
  /** A message to try the way out. */
  test(recipient: string, by: string): Promise<string>;
}

/** The message was not taken. The words say why and what to do, and are safe to show to an admin. */
export class NotCarried extends Error {
  override readonly name = "NotCarried";
  /** It may be taken in a while. */
  readonly isPassing: boolean;
  /** This recipient will never be reached like this, whatever is sent. */
  readonly unreachable: Unreachable["reason"] | undefined;

  constructor(
    words: string,
    {
      isPassing = false,
      unreachable,
    }: { isPassing?: boolean; unreachable?: Unreachable["reason"] | undefined } = {},
  ) {
    super(words);
    this.isPassing = isPassing;
    this.unreachable = unreachable;
  }
}
