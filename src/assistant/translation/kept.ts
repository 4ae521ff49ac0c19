/** What a translation must have exactly as it was written. */
const untouchable = [
  /```[\s\S]*?```/g,
  /`[^`\n]+`/g,
  /https?:\/\/[^\s<>()[\]"'`]*[^\s<>()[\]"'`.,;:!?*_]/g,
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g,
];

/** Whether links, addresses and code have come through: changed ones lead people elsewhere. */
export const isKept = (text: string, translated: string): boolean =>
  untouchable.every((pattern) => [...text.matchAll(pattern)].every(([part]) => translated.includes(part)));
