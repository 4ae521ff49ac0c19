import { signal } from "@preact/signals";
import type { Message } from "../../../../conversation/message.ts";
import type { Revealed } from "../../privacy/protocol.ts";
import { inWords, posted } from "../api.ts";
import { newId } from "../new-id.ts";

/** Then what was revealed is masked again: somebody may have left their desk. */
const shownForMs = 60_000;

/** The messages that are shown as they were said, for a while; each time it is written down who looked. */
export function createRevealed(path: string) {
  const messages = signal<ReadonlyMap<string, Message>>(new Map());
  const problem = signal<string | undefined>(undefined);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  function hide(messageId: string): void {
    clearTimeout(timers.get(messageId));
    messages.value = new Map([...messages.value].filter(([id]) => id !== messageId));
  }

  return {
    messages,
    problem,
    hide,

    async reveal(messageId: string): Promise<void> {
      problem.value = undefined;
      try {
        const { message } = await posted<Revealed>(`${path}/reveal`, { id: newId(), messageId });
        messages.value = new Map([...messages.value, [messageId, message]]);
        timers.set(
          messageId,
          setTimeout(() => hide(messageId), shownForMs),
        );
      } catch (error) {
        problem.value = inWords(error);
      }
    },
  };
}
