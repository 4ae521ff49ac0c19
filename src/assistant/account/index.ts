import { z } from "zod";
import { asItStands } from "../../conversation/as-it-stands.ts";
import { type ConversationEvent, isNote } from "../../conversation/events.ts";
import type { Conversations } from "../../conversation/index.ts";
import type { Listener } from "../../conversation/listener.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import type { Log } from "../../log.ts";
import { materialFrom, materialIsData } from "../material.ts";
import type { Model } from "../model.ts";
import { type Office, orNothing, perform } from "../perform.ts";
import { line } from "../words.ts";

export interface AccountingOptions extends Office {
  conversations: Pick<Conversations, "sumUp">;
  store: Pick<ConversationStore, "eventsAfter" | "recorded">;
  model: Model;
  log: Log;
}

const AccountResult = z.object({
  account: line(500, "One or two sentences. Empty if they decided nothing."),
});

/** When people hand back, sums up what they decided. Their own words are in the history all the same. */
export function createAccounting(options: AccountingOptions): Listener {
  const { conversations, store, model, log } = options;

  return {
    name: "account",
    audience: "team",
    isSlow: true,
    concerns: (_conversation, happenings) => happenings.some(isHandingBack),

    async hear({ conversation: { id: conversationId }, events }) {
      const back = events.findLast(isHandingBack);
      if (!back) return;
      const source = { via: "account", externalId: `${conversationId}/${back.seq}` };
      if (await store.recorded(source)) return;
      const said = saidByPeopleBefore(back.seq, await store.eventsAfter(conversationId, 0));
      if (said.length === 0) return;

      const material = materialFrom(said, { notes: false });
      const task = { instructions, material, result: AccountResult };
      const result = await perform(model, task, options).catch(
        orNothing((error) => log.warn("what people decided was not summed up", { conversationId, error })),
      );
      if (!result?.account) return;
      await conversations.sumUp({
        ...{ conversationId, handedBackSeq: back.seq, account: result.account },
        source,
      });
    },
  };
}

const isHandingBack = ({ type }: { type: ConversationEvent["type"] }) => type === "conversation.handedBack";

/** Their words alone, so that no visitor decides what people decided. */
function saidByPeopleBefore(seq: number, events: ConversationEvent[]): ConversationEvent[] {
  const before = events.filter((event) => event.seq < seq);
  const began = before.findLastIndex(({ type }) => type === "conversation.handedBack");
  return asItStands(before.slice(began + 1)).filter(
    (event) => event.type === "message.posted" && event.message.author.kind === "agent" && !isNote(event),
  );
}

const instructions = [
  "People of a company have answered a visitor and now leave the conversation to an assistant.",
  "From their messages, sum up for the assistant what they decided, promised or found out.",
  ...materialIsData,
].join("\n");
