import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

/** How near to its end, in pixels, the log must be to follow what is new. */
const nearEnd = 80;

/** Keeps the log at its end while one is there; otherwise says that there is something new below. `shape` changes with its height. */
export function useFollowing(count: number, shape: string) {
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [isAway, setAway] = useState(false);
  const [hasNews, setHasNews] = useState(false);
  const toEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight });

  useLayoutEffect(() => {
    if (follows.current) toEnd();
    else setHasNews(true);
  }, [count]);
  useLayoutEffect(() => {
    if (follows.current) toEnd();
  }, [shape]);

  // Pictures take their room when they have come; their "load" does not bubble. What appears below takes room too.
  useEffect(() => {
    const follow = () => {
      if (follows.current) toEnd();
    };
    box.current?.addEventListener("load", follow, true);
    const resized = new ResizeObserver(follow);
    if (box.current) resized.observe(box.current);
    return () => resized.disconnect();
  }, []);

  const scrolled = ({ currentTarget }: { currentTarget: HTMLElement }) => {
    const { scrollHeight, scrollTop, clientHeight } = currentTarget;
    follows.current = scrollHeight - scrollTop - clientHeight < nearEnd;
    setAway(!follows.current);
    if (follows.current) setHasNews(false);
  };

  return { box, follows, isAway, hasNews, toEnd, scrolled };
}
