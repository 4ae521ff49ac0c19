import { signal } from "@preact/signals";
import type { Message } from "../../../../conversation/message.ts";
import type { Revealed } from "../../privacy/protocol.ts";
import { inWords, posted } from "../api.ts";
import { newId } from "../new-id.ts";
import { readRights } from "./rights.ts";

/** Then what was revealed is masked again: somebody may have left their desk. */
const shownForMs = 60_000;

/** Of one message: it is being asked for, shown as it was said, or could not be shown, in words. */
export type Reveal =
  | { state: "asked" }
  | { state: "shown"; message: Message }
  | { state: "failed"; problem: string };

/** The messages that are shown as they were said, for a while; each time it is written down who looked. */
export function createRevealed(path: string) {
  const reveals = signal<ReadonlyMap<string, Reveal>>(new Map());
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  function hide(messageId: string): void {
    clearTimeout(timers.get(messageId));
    if (!reveals.value.has(messageId)) return;
    reveals.value = new Map([...reveals.value].filter(([id]) => id !== messageId));
  }

  function set(messageId: string, reveal: Reveal): void {
    reveals.value = new Map([...reveals.value, [messageId, reveal]]);
  }

  return {
    of: (messageId: string): Reveal | undefined => reveals.value.get(messageId),
    hide,

    /** Asked twice at once, it is written down once. */
    async reveal(messageId: string): Promise<void> {
      if (reveals.value.get(messageId)?.state === "asked") return;
      set(messageId, { state: "asked" });
      try {
        const { message } = await posted<Revealed>(`${path}/reveal`, { id: newId(), messageId });
        set(messageId, { state: "shown", message });
        timers.set(
          messageId,
          setTimeout(() => hide(messageId), shownForMs),
        );
      } catch (error) {
        set(messageId, { state: "failed", problem: inWords(error) });
        // It may be that they may not any more.
        void readRights();
      }
    },

    /** Nothing of it is shown any longer. */
    hideAll(): void {
      for (const id of reveals.value.keys()) hide(id);
    },
  };
}
