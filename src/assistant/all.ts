import { setMaxListeners } from "node:events";
import type { Conversations } from "../conversation/index.ts";
import type { Listener } from "../conversation/listener.ts";
import type { ConversationStore } from "../conversation/store.ts";
import type { Knowledge } from "../knowledge/index.ts";
import type { Log } from "../log.ts";
import type { SettingsDesk } from "../settings/index.ts";
import { createAccounting } from "./account/index.ts";
import type { AnswerPace } from "./answering/pace.ts";
import type { Surroundings } from "./answering/surroundings.ts";
import { createBriefing } from "./brief/index.ts";
import { createDrafts } from "./drafts/index.ts";
import { createAssistant } from "./index.ts";
import { createLearning, type LearningOptions } from "./learning/index.ts";
import type { Model } from "./model.ts";
import { createTranslator } from "./translation/index.ts";

export interface AssistantsOptions {
  conversations: Conversations;
  store: ConversationStore;
  settings: SettingsDesk;
  knowledge: Knowledge;
  proposals: LearningOptions["proposals"];
  /** None: visitors go to people, and nothing is written for the team. */
  model: Model | undefined;
  surroundings: Surroundings;
  showLesson: LearningOptions["show"];
  pace: Partial<AnswerPace> | undefined;
  newId: () => string;
  now: () => number;
  log: Log;
}

/** Everything the assistant does, each in a lane of its own: it answers visitors, and works for the team. */
export function createAssistants(options: AssistantsOptions): { listeners: Listener[]; stop(): void } {
  const { model, showLesson, ...rest } = options;
  const answering = createAssistant({ ...rest, model });
  const stopping = new AbortController();
  // As many tasks wait for it as there are conversations: without this, eleven at once are logged as a leak.
  setMaxListeners(0, stopping.signal);
  const forTeam = { ...rest, stopping: stopping.signal };
  return {
    listeners: [
      answering,
      createDrafts({ ...forTeam, model }),
      ...(model ? [createBriefing({ ...forTeam, model }), createAccounting({ ...forTeam, model })] : []),
      createTranslator({ ...rest, model }),
      createLearning({ ...rest, model, show: showLesson }),
    ],
    stop() {
      stopping.abort();
      answering.stop();
    },
  };
}
