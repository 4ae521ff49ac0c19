import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Shown } from "./shown.ts";

/** So many entries are drawn at first, and so many more each time one has scrolled up to the first. */
export const stretchLength = 120;

interface Options {
  box: RefObject<HTMLElement | null>;
  events: readonly Shown[];
  /** Something that must be drawn from the beginning on. */
  at: Shown | undefined;
}

/** From which entry on the log is drawn: a long history opens as fast as a short one. */
export function useStretch({ box, events, at }: Options) {
  const [from, setFrom] = useState(() => beginning(events, at));
  const before = useRef<{ height: number; top: number } | undefined>(undefined);

  useLayoutEffect(() => {
    const element = box.current;
    if (!before.current || !element) return;
    // What was before one's eyes stays there.
    element.scrollTop = before.current.top + element.scrollHeight - before.current.height;
    before.current = undefined;
  }, [from]);

  return {
    from,
    earlier(): void {
      const element = box.current;
      if (from === 0 || before.current || !element) return;
      before.current = { height: element.scrollHeight, top: element.scrollTop };
      setFrom(Math.max(0, from - stretchLength));
    },
  };
}

export function beginning(events: readonly Shown[], at: Shown | undefined): number {
  const wanted = at ? events.indexOf(at) - 5 : events.length;
  return Math.max(0, Math.min(events.length - stretchLength, wanted));
}
