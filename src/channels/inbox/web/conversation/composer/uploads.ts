import { type Signal, signal } from "@preact/signals";
import type { Attachment } from "../../../../../conversation/message.ts";
import { maxFileBytes, maxFiles } from "../../../conversations/file-limits.ts";
import { memberId } from "../../kept.ts";
import { newId } from "../../new-id.ts";
import { uploadFile } from "./upload-file.ts";

export interface Upload {
  key: string;
  file: File;
  /** A picture of it, as a data: address. */
  preview?: string | undefined;
  /** From 0 to 1. */
  progress: number;
  problem?: string | undefined;
  stop: () => void;
}

const maxPreviewBytes = 5_000_000;
const all = new Map<string, Signal<Upload[]>>();

/** Files on their way to the server in a conversation: they go on when one goes elsewhere. */
export function uploadsIn(conversationId: string): Signal<Upload[]> {
  const key = `${memberId()}/${conversationId}`;
  const known = all.get(key) ?? signal<Upload[]>([]);
  all.set(key, known);
  return known;
}

interface Options {
  conversationId: string;
  /** How many files the message has already. */
  count: number;
  arrived: (attachment: Attachment, preview: string | undefined) => void;
}

/** Begins to send files. Returns why some are not taken, in words. */
export function upload(files: Iterable<File>, options: Options): string | undefined {
  const uploads = uploadsIn(options.conversationId);
  const chosen = [...files];
  const room = maxFiles - options.count - uploads.value.length;
  const tooLarge = chosen.filter(({ size }) => size > maxFileBytes);
  const fitting = chosen.filter((file) => !tooLarge.includes(file)).slice(0, Math.max(0, room));
  for (const file of fitting) begin(file, options);

  if (tooLarge.length > 0)
    return `${tooLarge.map(({ name }) => name).join(", ")}: a file may have at most ${maxFileBytes / 1024 / 1024} MB.`;
  return chosen.length > Math.max(0, room) ? `At most ${maxFiles} files go with one message.` : undefined;
}

export function tryUploadAgain({ key, file, stop }: Upload, options: Options): void {
  stop();
  giveUp(options.conversationId, key);
  begin(file, options);
}

export function giveUp(conversationId: string, key: string): void {
  const uploads = uploadsIn(conversationId);
  uploads.value.find((upload) => upload.key === key)?.stop();
  uploads.value = uploads.value.filter((upload) => upload.key !== key);
}

function begin(file: File, { conversationId, arrived }: Options): void {
  const uploads = uploadsIn(conversationId);
  const key = newId();
  const change = (changes: Partial<Upload>) => {
    uploads.value = uploads.value.map((upload) => (upload.key === key ? { ...upload, ...changes } : upload));
  };
  const { done, stop } = uploadFile(conversationId, file, (progress) => change({ progress }));
  uploads.value = [...uploads.value, { key, file, progress: 0, stop }];
  void previewOf(file).then((preview) => change({ preview }));
  done.then(
    (attachment) => {
      const mine = uploads.value.find((upload) => upload.key === key);
      if (!mine) return;
      uploads.value = uploads.value.filter((upload) => upload !== mine);
      arrived(attachment, mine.preview);
    },
    (error: unknown) => change({ problem: error instanceof Error ? error.message : "Not uploaded." }),
  );
}

/** The page's security policy lets pictures come from data: addresses, not from blob: ones. */
async function previewOf(file: File): Promise<string | undefined> {
  if (!/^image\/(png|jpeg|gif|webp|avif)$/.test(file.type) || file.size > maxPreviewBytes) return undefined;
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === "string" ? reader.result : undefined);
    reader.onerror = () => resolve(undefined);
    reader.readAsDataURL(file);
  });
}
