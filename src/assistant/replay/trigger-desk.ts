import type { Archive } from "../../conversation/archive.ts";
import { createTurns } from "../../conversation/turns.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import { type Replay, replay } from "./replay.ts";
import { replayInWords } from "./replay-in-words.ts";
import { testTrigger } from "./test-trigger.ts";

export interface TriggerDeskOptions {
  archive: Archive;
  settings: Pick<SettingsDesk, "current">;
  publicUrl: string;
}

/** Where admins try trigger phrases out before they save them. */
export function createTriggerDesk({ archive, settings, publicUrl }: TriggerDeskOptions) {
  const inTurn = createTurns();

  /** One after the other: each may take seconds. */
  const replayed = async (wanted: readonly string[], signal?: AbortSignal): Promise<Replay> =>
    inTurn("replay", async () => {
      const { triggerPhrases: saved } = await settings.current();
      return replay({ archive, saved, wanted, signal });
    });

  return {
    /** What would become of a sentence with these phrases, or with the saved ones, in words. */
    async test(text: string, phrases?: readonly string[]): Promise<string> {
      const { triggerPhrases, liveHandoff } = await settings.current();
      return testTrigger(text, { triggerPhrases: [...(phrases ?? triggerPhrases)], liveHandoff });
    },

    /** What these phrases would have changed so far, against the saved ones. */
    replay: replayed,

    /** What one more phrase would have changed so far, in words. */
    async replayWith(phrase: string): Promise<string> {
      const { triggerPhrases } = await settings.current();
      return replayInWords(await replayed([...triggerPhrases, phrase]), publicUrl);
    },
  };
}
