import { randomUUID } from "node:crypto";
import { createAccounting } from "../../../src/assistant/account/index.ts";
import { createBriefing } from "../../../src/assistant/brief/index.ts";
import { createDrafts } from "../../../src/assistant/drafts/index.ts";
import { createAssistant } from "../../../src/assistant/index.ts";
import { createGemini } from "../../../src/assistant/models/gemini.ts";
import type { Listener } from "../../../src/conversation/listener.ts";
import { createKnowledge } from "../../../src/knowledge/index.ts";
import { createRelay } from "../../../src/relay.ts";
import { createSettings } from "../../../src/settings/index.ts";
import { ana, openDesk } from "../../support/desk.ts";
import { quietLog } from "../../support/quiet-log.ts";
import { startGeminiByTask } from "./gemini-by-task.ts";

/** The assistant in all it does, on a real database, with a server that answers as Gemini does. */
export async function openOffice({ withModel = true } = {}) {
  const listeners: Listener[] = [];
  const [server, desk] = await Promise.all([startGeminiByTask(), openDesk({ listeners })]);
  const { conversations, storage } = desk;
  const settings = createSettings({ store: storage.settings, now: desk.now });
  const model = withModel ? createGemini({ apiKey: "k", model: "m", apiUrl: server.url }) : undefined;
  const log = quietLog();
  const knowledge = createKnowledge({
    ...{ store: storage.knowledge, settings, newId: randomUUID, now: desk.now, log },
  });
  const stopping = new AbortController();
  const common = {
    conversations,
    store: storage.store,
    settings,
    log,
    now: desk.now,
    stopping: stopping.signal,
  };
  listeners.push(createAssistant({ ...common, model }), createDrafts({ ...common, knowledge, model }));
  if (model) listeners.push(createBriefing({ ...common, model }), createAccounting({ ...common, model }));
  const relay = createRelay({ lanes: storage.lanes, store: storage.store, listeners, now: desk.now, log });

  return {
    ...desk,
    answers: server.answers,
    settings,
    knowledge,
    log,
    relay,
    act: (conversationId: string, agent = ana) => ({ conversationId, agent, source: desk.source("slack") }),
    requestsFor: server.requestsFor,

    /** The process is told to end. */
    stop: () => stopping.abort(),

    async close() {
      stopping.abort();
      await relay.stop();
      await desk.close();
      await server.stop();
    },
  };
}

export type Office = Awaited<ReturnType<typeof openOffice>>;
