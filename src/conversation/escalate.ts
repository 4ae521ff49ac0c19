import type { FailedCall } from "./call-failed.ts";
import { awaitsPeople } from "./conversation.ts";
import type { Core } from "./core.ts";
import type { Escalation } from "./escalation.ts";
import { backToAssistant } from "./ownership.ts";
import { hasContact } from "./reachable.ts";
import type { Recorded, Source } from "./store.ts";
import { unchanged } from "./unchanged.ts";

export interface Step {
  conversationId: string;
  /** Of the wait that it is about; somebody may have answered since. */
  generation: number;
  escalation: Escalation;
  /** What the visitor is told, in words that are true; nothing when left out. */
  sentence?: string | undefined;
  /** Taken before its time, because people could not be called in this way. */
  instead?: FailedCall["way"] | undefined;
  source: Source;
}

/** Nobody has answered yet, so the next step is taken, once. */
export async function escalate(
  core: Core,
  { generation, escalation, sentence, instead, source, ...whose }: Step,
): Promise<Recorded> {
  const conversation = await core.load(whose);
  if (!awaitsPeople(conversation) || conversation.generation !== generation) return unchanged(conversation);

  const isContact = escalation.kind === "contact" && !hasContact(conversation);
  const next = escalation.kind === "assistant" ? backToAssistant(conversation) : conversation;
  return core.record(
    { ...next, asksContact: next === conversation && (conversation.asksContact || isContact) },
    [
      {
        ...{ type: "conversation.escalated", escalation },
        ...(sentence && { sentence }),
        ...(instead && { instead }),
      },
    ],
    source,
  );
}
