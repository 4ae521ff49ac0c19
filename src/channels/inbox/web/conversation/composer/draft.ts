import { type Signal, signal } from "@preact/signals";
import type { Attachment } from "../../../../../conversation/message.ts";
import { kept, memberId } from "../../kept.ts";

/** What was begun and not sent. */
export interface Draft {
  text: string;
  note: boolean;
  files: Attachment[];
  /** The suggestion of the assistant's it began with. */
  suggestionId?: string | undefined;
  /** The last event there was when it was begun: what others answered since is news to whoever writes. */
  begunAt?: number | undefined;
}

export const noDraft: Draft = { text: "", note: false, files: [] };

const maxKept = 100;
const drafts = new Map<string, Signal<Draft>>();
const store = kept<Record<string, Draft>>("drafts", {});

/** What is being written in a conversation: it stays when one goes elsewhere, and when the page is loaded anew. */
export function draftIn(conversationId: string): Signal<Draft> {
  const key = `${memberId()}/${conversationId}`;
  const known = drafts.get(key);
  if (known) return known;
  const draft = signal<Draft>({ ...noDraft, ...store.read()[conversationId] });
  drafts.set(key, draft);
  draft.subscribe((now) => {
    const { [conversationId]: before, ...others } = store.read();
    if (isWorthKeeping(now)) store.write(youngest({ ...others, [conversationId]: now }));
    else if (before) store.write(others);
  });
  return draft;
}

/** In this browser nothing of it is left. */
export function forgetDraft(conversationId: string): void {
  draftIn(conversationId).value = noDraft;
}

const isWorthKeeping = ({ text, files }: Draft) => text.trim() !== "" || files.length > 0;

const youngest = (all: Record<string, Draft>) => Object.fromEntries(Object.entries(all).slice(-maxKept));
