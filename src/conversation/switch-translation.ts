import type { AgentAct } from "./agent-acts.ts";
import { isTranslated } from "./conversation.ts";
import type { Core } from "./core.ts";
import type { Recorded } from "./store.ts";
import { unchanged } from "./unchanged.ts";

export type TranslationSwitch = AgentAct & {
  isOn: boolean;
  /** By its BCP 47 tag. */
  teamLanguage: string;
};

/** Translation as channels offer it. */
export interface TranslationDesk {
  /** Why it cannot be switched on, and what to set; undefined when it can. */
  problem: string | undefined;
  /** Throws `ConversationError` in words when it cannot be. */
  switchOn(act: AgentAct): Promise<Recorded>;
  switchOff(act: AgentAct): Promise<Recorded>;
  /** The team's language, by its BCP 47 tag. */
  teamLanguage(): Promise<string>;
}

/** Whether the team and the visitor each read their own language, from now on and, for the team, so far. */
export async function switchTranslation(
  core: Core,
  { isOn, teamLanguage, agent, source, ...whose }: TranslationSwitch,
): Promise<Recorded> {
  const conversation = await core.load(whose);
  if (isTranslated(conversation) === isOn) return unchanged(conversation);

  return core.record(
    { ...conversation, translating: { isOn, teamLanguage } },
    [{ type: "conversation.translationSwitched", isOn, teamLanguage, by: agent }],
    source,
  );
}
