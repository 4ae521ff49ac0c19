import { awaitsBrief } from "../../conversation/brief.ts";
import { awaitsPeople } from "../../conversation/conversation.ts";
import { isFromVisitor } from "../../conversation/events.ts";
import type { Conversations } from "../../conversation/index.ts";
import type { Listener } from "../../conversation/listener.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import type { Log } from "../../log.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import { languageFor, materialFrom } from "../material.ts";
import type { Model } from "../model.ts";
import { type Office, orNothing, perform } from "../perform.ts";
import { BriefResult } from "./brief-result.ts";
import { briefInstructions } from "./instructions.ts";

export interface BriefingOptions extends Office {
  conversations: Pick<Conversations, "brief">;
  store: Pick<ConversationStore, "eventsAfter">;
  settings: Pick<SettingsDesk, "current">;
  model: Model;
  log: Log;
}

/** Tells whoever takes over what the conversation is about. Where the model fails there is no brief, and nobody waits for one. */
export function createBriefing(options: BriefingOptions): Listener {
  const { conversations, store, settings, model, log } = options;

  return {
    name: "brief",
    audience: "team",
    isSlow: true,

    /** Who asks for people before saying why is briefed on when they say it. */
    concerns: (conversation, happenings) =>
      awaitsBrief(conversation) &&
      happenings.some(
        (event) =>
          event.type === "conversation.handedOff" || (awaitsPeople(conversation) && isFromVisitor(event)),
      ),

    async hear({ conversation }) {
      const { id: conversationId, handoff } = conversation;
      if (!awaitsBrief(conversation) || !handoff) return;
      const events = await store.eventsAfter(conversationId, 0);
      if (!events.some(isFromVisitor)) return;

      // Without notes: an agent may send a suggested reply before having read everything.
      const material = materialFrom(events, { notes: false });
      const instructions = briefInstructions(await settings.current(), languageFor(conversation));
      const task = { instructions, material, result: BriefResult };
      const brief = await perform(model, task, options).catch(
        orNothing((error) => log.warn("there is no brief", { conversationId, error })),
      );
      if (!brief?.problem) return;
      await conversations.brief({
        ...{ conversationId, handoffAt: handoff.at, brief },
        source: { via: "brief", externalId: `${conversationId}/${handoff.at}` },
      });
    },
  };
}
