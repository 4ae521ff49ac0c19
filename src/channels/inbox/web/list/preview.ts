import { oneLine } from "../../conversations/one-line.ts";

/** How a message begins, as one line. */
export const previewOf = (text: string): string => oneLine(text.slice(0, 300));
