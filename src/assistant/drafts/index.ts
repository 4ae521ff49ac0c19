import { z } from "zod";
import { asItStands } from "../../conversation/as-it-stands.ts";
import { askedOfAssistant } from "../../conversation/asked-of-assistant.ts";
import type { Agent, Conversation } from "../../conversation/conversation.ts";
import type { ConversationEvent, Happening } from "../../conversation/events.ts";
import type { Conversations } from "../../conversation/index.ts";
import { type Listener, NotBefore } from "../../conversation/listener.ts";
import type { ConversationStore } from "../../conversation/store.ts";
import type { Knowledge } from "../../knowledge/index.ts";
import type { Log } from "../../log.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import { languageFor, materialFrom } from "../material.ts";
import { type Model, ModelError } from "../model.ts";
import { type Office, perform } from "../perform.ts";
import { words } from "../words.ts";
import { draftInstructions } from "./instructions.ts";
import { passagesFor } from "./passages.ts";

export interface DraftsOptions extends Office {
  conversations: Pick<Conversations, "tellTeam">;
  store: Pick<ConversationStore, "eventsAfter" | "recorded">;
  settings: Pick<SettingsDesk, "current">;
  knowledge?: Pick<Knowledge, "search" | "isEmpty"> | undefined;
  /** None: whoever asks is told so. */
  model: Model | undefined;
  log: Log;
}

/** As much as a field in Slack takes, so that nothing is cut off when it is edited there. */
const maxDraftLength = 3_000;

const DraftResult = z.object({
  isReply: z
    .boolean()
    .describe("Whether the text is a reply to the visitor, rather than an answer to the colleague."),
  text: words(maxDraftLength, "The reply or the answer, in Markdown."),
});

interface Request {
  asked: string;
  messageId: string;
  by: Agent;
}

/** Whoever asks the assistant in a note gets a draft in one. Only an agent can send it on. */
export function createDrafts(options: DraftsOptions): Listener {
  const { conversations, store, settings, knowledge, model, log } = options;

  return {
    name: "drafts",
    audience: "team",
    isSlow: true,
    concerns: (_conversation, happenings) => happenings.some((event) => requestIn(event) !== undefined),

    async hear({ conversation, events, heard }) {
      for (const event of asItStands(events)) {
        const request = requestIn(event);
        if (!request) continue;
        await answer(conversation, request);
        await heard(event.seq);
      }
    },
  };

  async function answer(conversation: Conversation, request: Request): Promise<void> {
    const { id: conversationId } = conversation;
    const source = { via: "drafts", externalId: `${conversationId}/${request.messageId}` };
    if (await store.recorded(source)) return;
    const written = await writtenFor(conversation, request);
    await conversations.tellTeam({ conversationId, ...written, source });
  }

  async function writtenFor(
    conversation: Conversation,
    { asked, by }: Request,
  ): Promise<{ text: string; draftFor?: Agent }> {
    if (!model) return { text: noModel(by) };
    try {
      const history = await store.eventsAfter(conversation.id, 0);
      const known = knowledge ? await passagesFor({ knowledge, conversation, history, asked }) : [];
      const material = [...known, materialFrom(history, { notes: true })].join("\n");
      const instructions = draftInstructions(await settings.current(), {
        ...{ name: by.name, request: asked, language: languageFor(conversation) },
      });
      const { text, isReply } = await perform(
        model,
        { instructions, material, result: DraftResult },
        options,
      );
      if (!text) throw new ModelError("The model wrote nothing.", { passing: false });
      return isReply ? { text, draftFor: by } : { text };
    } catch (error) {
      if (error instanceof NotBefore) throw error;
      log.warn("a draft was not written", { conversationId: conversation.id, error });
      return { text: failed(by, error) };
    }
  }
}

function requestIn(event: Happening | ConversationEvent): Request | undefined {
  if (event.type !== "message.posted" && event.type !== "message.edited") return undefined;
  const { author, note, text, id: messageId } = event.message;
  if (author.kind !== "agent" || !note) return undefined;
  const asked = askedOfAssistant(text);
  const { kind: _, ...by } = author;
  return asked === undefined ? undefined : { asked, messageId, by };
}

const noModel = ({ name }: Agent) =>
  `${name}, I cannot write drafts: no assistant model is connected. Whoever runs this server can connect one with GEMINI_API_KEY.`;

const failed = ({ name }: Agent, error: unknown) =>
  error instanceof ModelError && error.isMisconfigured
    ? `${name}, I could not write a draft. ${error.message}`
    : `${name}, I could not write a draft: the model did not answer. Ask me again in a moment.`;
