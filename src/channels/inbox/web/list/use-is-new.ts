import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ListedPage } from "../../conversations/protocol.ts";
import { fetched } from "../api.ts";

const hasNone = signal(false);

/** Whether there is no conversation at all, open or closed; no while that is not known. Asked for by whom it concerns. */
export function useIsNew(concerns: boolean): boolean {
  useEffect(() => {
    if (!concerns) return;
    fetched<ListedPage>("/api/conversations?status=all&limit=1").then(
      ({ summaries }) => {
        hasNone.value = summaries.length === 0;
      },
      () => {},
    );
  }, [concerns]);
  return concerns && hasNone.value;
}
