import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { marksIn } from "../../../../search/matches.ts";
import { questionOf } from "../../../../search/question.ts";
import { pointedAt, search } from "../list/list-query.ts";

interface Options {
  box: RefObject<HTMLElement | null>;
  follows: { current: boolean };
  /** From which entry on the log is drawn, and how to draw more. */
  from: number;
  earlier: () => void;
}

/** Brings the message the address points at into sight, with the words that were looked for marked. */
export function usePointed({ box, follows, from, earlier }: Options): void {
  const seq = pointedAt.value;
  const looked = search.value;
  useLayoutEffect(() => {
    if (!seq) return;
    const message = box.current?.querySelector<HTMLElement>(`#at-${seq}`);
    if (!message) return earlier();
    follows.current = false;
    message.scrollIntoView({ block: "center" });
    message.classList.add("pointed");
    const unmark = markWords(message, looked);
    return () => {
      message.classList.remove("pointed");
      unmark();
    };
  }, [seq, looked, from]);
}

/** By ranges over what stands there: the message's own elements are not touched. */
function markWords(element: HTMLElement, looked: string): () => void {
  const question = questionOf(looked);
  if (question.length === 0 || !("highlights" in CSS)) return () => {};
  const walker = document.createTreeWalker(element.querySelector(".said") ?? element, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    for (const { start, end } of marksIn(node.textContent ?? "", question)) {
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
  CSS.highlights.set("found", new Highlight(...ranges));
  return () => void CSS.highlights.delete("found");
}
