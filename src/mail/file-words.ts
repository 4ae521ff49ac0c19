import type { Attachment } from "../conversation/message.ts";

/** "invoice.pdf (24 kB)" */
export const fileWords = ({ name, size }: Attachment) => `${name} (${sizeWords(size)})`;

function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
