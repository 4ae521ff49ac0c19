import { asItStands } from "../../conversation/as-it-stands.ts";
import { awaitsAssistant, type Conversation } from "../../conversation/conversation.ts";
import type { Decision } from "../../conversation/decision.ts";
import { isFromVisitor } from "../../conversation/events.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import type { Log } from "../../log.ts";
import { verdictOn } from "../deciding/decide.ts";
import type { Surroundings } from "./surroundings.ts";

export interface Attention {
  /** Aborted when the answer that is being written is not wanted any more. */
  signal: AbortSignal;
  /** The visitor asked for people meanwhile. */
  decision(): Decision | undefined;
  end(): void;
}

interface Attending {
  /** As it was when the answer was begun. */
  conversation: Conversation;
  /** The last event that is being answered. */
  seq: number;
  phrases: readonly string[];
  store: Pick<ConversationStore, "find" | "eventsAfter">;
  watch: Surroundings["watch"];
  log: Log;
}

/** Notices, while an answer is being written, that somebody else has taken over, or that the visitor wants people now. */
export function attend({ conversation, seq, phrases, store, watch, log }: Attending): Attention {
  const { id, generation, boundarySeq } = conversation;
  const unwanted = new AbortController();
  let decision: Decision | undefined;

  async function look(): Promise<void> {
    const current = await store.find(id);
    if (!current || current.generation !== generation || !awaitsAssistant(current)) return unwanted.abort();
    const part = asItStands(await store.eventsAfter(id, boundarySeq));
    const said = part.filter((event) => event.seq > seq && isFromVisitor(event));
    const verdict = said.length > 0 ? verdictOn({ said, part, phrases }) : undefined;
    if (verdict?.level !== "connect") return;
    decision = verdict.decision;
    unwanted.abort();
  }

  const stop = watch(conversation, () => {
    look().catch((error: unknown) =>
      log.warn("it cannot be seen whether an answer is still wanted", { error }),
    );
  });
  return { signal: unwanted.signal, decision: () => decision, end: stop };
}
