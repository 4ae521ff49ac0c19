const before = "[\\s*_~`>\"'“”„‘’«»•–—-]*(?:(?:hey|hi|hello|ok|okay|please|dear)[\\s,]+)?";
const called = "@assistant(?!\\p{L}|\\p{N}|['’_-]\\p{L})";
const after = "[*_~`\"'”’»]*\\s*[:,;.!?–—-]*\\s*";

const request = new RegExp(`^${before}${called}${after}`, "iu");

/** What a note asks of the assistant: “@assistant offer a refund”; empty when it is only called, undefined when it is not. */
export function askedOfAssistant(note: string): string | undefined {
  const match = request.exec(note);
  return match ? note.slice(match[0].length).trim() : undefined;
}
