import { signal } from "@preact/signals";
import { forgetDraft } from "../conversation/composer/draft.ts";

/** The conversations that were erased while this page is open. */
export const erasedNow = signal<ReadonlySet<string>>(new Set());

/** Nothing of it is left: what was begun to be written in it goes, too. */
export function wasErased(conversationId: string): void {
  forgetDraft(conversationId);
  erasedNow.value = new Set([...erasedNow.value, conversationId]);
}
