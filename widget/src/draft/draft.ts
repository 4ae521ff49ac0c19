import type { Cells } from "../cell.ts";
import type { Chat } from "../chat.ts";
import type { Said } from "../transcript.ts";
import * as words from "../words.ts";
import { type Attachments, createAttachments } from "./attachments.ts";
import type { Upload } from "./upload-file.ts";

interface DraftParts {
  cell: Cells;
  chat: Chat;
  newId(): string;
  token(): string | undefined;
  upload: Upload;
}

/** New words for a message that was sent, and what was being written before. */
interface Revision {
  message: Said;
  kept: string;
}

export type Draft = ReturnType<typeof createDraft>;

/** The server takes no longer message. */
const maxTextLength = 12_000;

/** What the visitor is about to say: words, files, or other words for what they said. Outlives the panel. */
export function createDraft({ cell, chat, newId, token, upload }: DraftParts) {
  const text = cell("");
  const revision = cell<Revision | undefined>(undefined);
  /** Send was pressed; it goes off with the last upload. */
  const isSending = cell(false);
  const attachments: Attachments = createAttachments({ cell, newId, token, upload, settled });

  function settled(): void {
    if (!isSending.value) return;
    isSending.value = false;
    send();
  }

  function isReady(): boolean {
    const trimmed = text.value.trim();
    const files = revision.value ? (revision.value.message.files ?? []) : attachments.all.value;
    return (
      (trimmed !== "" || files.length > 0) &&
      trimmed.length <= maxTextLength &&
      !isSending.value &&
      (!!revision.value || !attachments.hasFailed())
    );
  }

  function send(): void {
    if (!isReady()) return;
    const trimmed = text.value.trim();
    if (revision.value) {
      const { message } = revision.value;
      if (trimmed !== chat.wordsOf(message)) chat.edit(message.id, trimmed);
      leave();
    } else if (attachments.isUnderWay()) isSending.value = true;
    else {
      chat.say(trimmed, attachments.take());
      text.value = "";
    }
  }

  function leave(): void {
    text.value = revision.value?.kept ?? "";
    revision.value = undefined;
  }

  return {
    text,
    revision,
    isSending,
    attachments,
    isReady,
    isEmpty: () => text.value === "" && attachments.all.value.length === 0,
    send,

    type(typed: string): void {
      text.value = typed;
      if (typed) chat.type();
    },

    /** What keeps it from being sent. */
    problem(): string {
      const extra = text.value.trim().length - maxTextLength;
      if (extra > 0) return words.tooLong(extra);
      return attachments.refusal.value || (attachments.hasFailed() ? words.someFailed : "");
    },

    /** Connects a visitor who never was: without a token nothing can be uploaded. */
    attach(files: Iterable<File>): void {
      if (revision.value || isSending.value) return;
      chat.begin();
      attachments.add(files);
    },

    revise(message: Said): void {
      if (isSending.value) return;
      revision.value = { message, kept: revision.value?.kept ?? text.value };
      text.value = chat.wordsOf(message);
    },

    /** What the visitor said last, while it may be changed. */
    reviseLast(): void {
      const last = chat.lastOwn();
      if (last && chat.mayEdit(last)) this.revise(last);
    },

    /** Everything stays as it was said. */
    leave,
  };
}
