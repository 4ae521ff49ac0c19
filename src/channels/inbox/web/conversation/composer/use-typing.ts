import { useEffect, useRef } from "preact/hooks";
import type { OpenConversation } from "../open-conversation.ts";

const sayEveryMs = 3_000;

/** Lets others know that something is being written here, every few seconds while it is. */
export function useTyping(open: OpenConversation) {
  const said = useRef({ at: Number.NEGATIVE_INFINITY, note: false, isOn: false });

  const pause = () => {
    if (said.current.isOn) open.say({ type: "paused" });
    said.current = { at: Number.NEGATIVE_INFINITY, note: false, isOn: false };
  };
  useEffect(() => pause, []);

  return {
    /** A note, or words for the visitor; undefined when there is nothing any more. */
    writes(note: boolean | undefined): void {
      if (note === undefined) {
        pause();
        return;
      }
      const { at, note: before, isOn } = said.current;
      if (isOn && before === note && performance.now() - at < sayEveryMs) return;
      said.current = { at: performance.now(), note, isOn: true };
      open.say({ type: "writing", note });
    },
    pause,
  };
}
