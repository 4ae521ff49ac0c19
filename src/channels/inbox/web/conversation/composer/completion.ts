/** What is being chosen by name while one writes: a saved reply after `/`, an emoji after `:`. */
export interface Completion {
  kind: "reply" | "emoji";
  query: string;
  /** Where in the text it begins, with its mark. */
  from: number;
  to: number;
}

/** A saved reply begins a message or a line; the `/` of an address or of “and/or” begins none. */
const replyMark = /(?:^|\n)\/([^\n/]{0,60})$/;
/** Two letters at least, or each smile typed as `:)` and each time of day would open a list. */
const emojiMark = /(?:^|[\s(])(:([a-z0-9_+-]{2,40}))$/i;

/** What stands right before `caret` and may be completed. */
export function completionAt(text: string, caret: number): Completion | undefined {
  const before = text.slice(0, caret);
  const reply = replyMark.exec(before);
  if (reply) {
    const query = reply[1] ?? "";
    return { kind: "reply", query, from: caret - query.length - 1, to: caret };
  }
  const emoji = emojiMark.exec(before);
  if (!emoji) return undefined;
  return { kind: "emoji", query: emoji[2] ?? "", from: caret - (emoji[1] ?? "").length, to: caret };
}

/** The text with what was chosen in the place of its mark, and where the caret stands then. */
export function completed(
  text: string,
  { from, to }: Pick<Completion, "from" | "to">,
  chosen: string,
): { text: string; caret: number } {
  return { text: text.slice(0, from) + chosen + text.slice(to), caret: from + chosen.length };
}

/** `:tada:` that was just finished becomes its character. Undefined when nothing was. */
export function withShortcode(
  text: string,
  caret: number,
  characterOf: (name: string) => string | undefined,
): { text: string; caret: number } | undefined {
  const name = /(?:^|[\s(]):([a-z0-9_+-]{1,60}):$/i.exec(text.slice(0, caret))?.[1];
  const character = name && characterOf(name.toLowerCase());
  return character ? completed(text, { from: caret - name.length - 2, to: caret }, character) : undefined;
}
