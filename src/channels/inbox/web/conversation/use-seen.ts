import { useEffect } from "preact/hooks";
import type { OpenConversation } from "./open-conversation.ts";

/** What stands here is read, while somebody looks at the page. */
export function useSeen(open: OpenConversation, count: number): void {
  useEffect(() => {
    open.seen();
    document.addEventListener("visibilitychange", open.seen);
    return () => document.removeEventListener("visibilitychange", open.seen);
  }, [count]);
}
