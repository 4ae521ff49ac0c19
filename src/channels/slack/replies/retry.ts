import type { HeldReplies } from "../../../conversation/held-replies.ts";
import { NotBefore, Refused } from "../../../conversation/listener.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { Log } from "../../../log.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { findMessage } from "./find-message.ts";
import type { HearOf } from "./hear-of.ts";
import { addressIn } from "./source.ts";

export interface RetryOptions {
  hearOf: HearOf;
  heldReplies: Pick<HeldReplies, "find">;
  store: ConversationStore;
  log: Log;
}

export interface Retried {
  /** There is nothing more to try. */
  isDone: boolean;
  words: string;
}

/** Takes up a message again that did not reach the visitor, as it stands in Slack now; says what became of it. */
export function createRetry({ hearOf, heldReplies, store, log }: RetryOptions) {
  return async (externalId: string, workspace: Workspace): Promise<Retried> => {
    const source = { via: "slack", externalId };
    const { teamId, ...address } = addressIn(source);
    if (teamId !== (await workspace.identity()).teamId) return notHere;
    try {
      await hearOf(address, workspace);
      const found = await findMessage(store, source);
      if (found) return found.now?.message.note ? kept : found.now ? sent : gone;
      const held = await heldReplies.find(source);
      if (held) return held.reason === "undo" ? waits : asked;
      return stillNot;
    } catch (error) {
      log.warn("slack: a reply could not be tried again", { ...address, error });
      return error instanceof NotBefore || error instanceof Refused ? noAnswer : notNow;
    }
  };
}

const sent: Retried = { isDone: true, words: "✅ Sent to the visitor." };
const waits: Retried = { isDone: true, words: "⏳ It is sent when the time to take it back is over." };
const asked: Retried = { isDone: true, words: "It looks like a note: answer the question whom it is for." };
const kept: Retried = { isDone: true, words: "🔒 This is internal. The visitor was not sent it." };
const gone: Retried = { isDone: true, words: "This was deleted. The visitor was not sent it." };
const notHere: Retried = { isDone: true, words: "This was written in another workspace." };
const stillNot: Retried = {
  isDone: false,
  words: "The visitor has still not got it. If the conversation is closed, press Reopen on the card first.",
};
const noAnswer: Retried = {
  isDone: false,
  words: "Slack does not let us read your message just now. Press Retry again in a minute.",
};
const notNow: Retried = {
  isDone: false,
  words: "That did not work either. Press Retry again in a minute, or answer in the inbox.",
};
