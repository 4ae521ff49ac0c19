import type { FileView } from "../../../src/channels/widget/protocol.ts";
import type { Cells } from "../cell.ts";
import * as words from "../words.ts";
import type { Upload, UploadState } from "./upload-file.ts";

/** A file beside what is being written. */
export interface Attachment extends UploadState {
  id: string;
  file: File;
}

interface AttachmentParts {
  cell: Cells;
  newId(): string;
  /** Undefined until the server has given one. */
  token(): string | undefined;
  upload: Upload;
  /** All are uploaded, or one failed, or was taken away. */
  settled(): void;
}

export type Attachments = ReturnType<typeof createAttachments>;

/** The server takes no more, and none that is larger. */
const maxFiles = 10;
const maxBytes = 25 * 1024 * 1024;

/** Uploads files while the visitor goes on writing. They stay here until they are sent, whatever the connection does. */
export function createAttachments({ cell, newId, token, upload, settled }: AttachmentParts) {
  const all = cell<readonly Attachment[]>([]);
  /** Why files were not taken. */
  const refusal = cell<string>("");
  const underWay = new Map<string, () => void>();

  /** Waits for a token, without which nothing can be uploaded. */
  function begin({ id, file }: Attachment): void {
    const known = token();
    if (!known || underWay.has(id)) return;
    const tell = (state: UploadState) => {
      change(id, state);
      if (isUnderWay(state)) return;
      underWay.delete(id);
      settled();
    };
    underWay.set(id, upload(file, known, tell));
  }

  function change(id: string, state: UploadState): void {
    all.value = all.value.map((attachment) =>
      attachment.id === id ? { id, file: attachment.file, ...state } : attachment,
    );
  }

  function start(): void {
    all.value.filter(isUnderWay).forEach(begin);
  }

  return {
    all,
    refusal,
    /** To be called when there may be a token. */
    start,
    hasFailed: () => all.value.some(({ failure }) => failure),
    isUnderWay: () => all.value.some(isUnderWay),

    add(files: Iterable<File>): void {
      refusal.value = "";
      for (const file of files) {
        if (file.size > maxBytes) refusal.value = words.tooLarge(file.name);
        else if (all.value.length === maxFiles) refusal.value = words.tooMany;
        else all.value = [...all.value, { id: newId(), file, progress: 0 }];
      }
      start();
    },

    remove(id: string): void {
      refusal.value = "";
      underWay.get(id)?.();
      underWay.delete(id);
      all.value = all.value.filter((attachment) => attachment.id !== id);
      settled();
    },

    tryAgain(id: string): void {
      change(id, { progress: 0 });
      start();
    },

    /** What is uploaded, for a message that is about to be sent. */
    take(): FileView[] {
      const views = all.value.flatMap(({ view }) => view ?? []);
      all.value = [];
      refusal.value = "";
      return views;
    },
  };
}

const isUnderWay = ({ view, failure }: UploadState) => !view && !failure;
