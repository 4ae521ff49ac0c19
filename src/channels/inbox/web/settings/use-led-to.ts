import { useEffect } from "preact/hooks";

const ownMoves = ["wheel", "touchmove", "pointerdown", "keydown"];

/** Whoever was led to a part of the page is kept there while the rest of it arrives, until they move by themselves. */
export function useLedTo(): void {
  useEffect(() => {
    const part = document.getElementById(location.hash.slice(1));
    if (!part?.parentElement) return;
    const growth = new ResizeObserver(() => part.scrollIntoView());
    growth.observe(part.parentElement);
    const letGo = () => growth.disconnect();
    for (const move of ownMoves) addEventListener(move, letGo, { once: true });
    return () => {
      letGo();
      for (const move of ownMoves) removeEventListener(move, letGo);
    };
  }, []);
}
