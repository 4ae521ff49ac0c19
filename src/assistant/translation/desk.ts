import { ConversationError } from "../../conversation/errors.ts";
import type { Conversations } from "../../conversation/index.ts";
import type { TranslationDesk } from "../../conversation/switch-translation.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import type { Model } from "../model.ts";

interface DeskOptions {
  conversations: Pick<Conversations, "switchTranslation">;
  settings: Pick<SettingsDesk, "current">;
  model: Model | undefined;
}

/** Where people switch translation on and off, into the language that is set for the team. */
export function createTranslationDesk({ conversations, settings, model }: DeskOptions): TranslationDesk {
  const problem = model ? undefined : noModel;
  const teamLanguage = async () => (await settings.current()).teamLanguage;

  return {
    problem,
    teamLanguage,

    async switchOn(act) {
      if (problem) throw new ConversationError("off", problem);
      return conversations.switchTranslation({ ...act, isOn: true, teamLanguage: await teamLanguage() });
    },

    switchOff: async (act) =>
      conversations.switchTranslation({ ...act, isOn: false, teamLanguage: await teamLanguage() }),
  };
}

const noModel =
  "Translation needs a model, and none is connected. Set GEMINI_API_KEY (Google AI Studio → Get API key), then restart.";
