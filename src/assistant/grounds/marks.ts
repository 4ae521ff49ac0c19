/** What a model says its reply rests on, in square brackets: sources by number, or one of these words. */
export type Basis = "instructions" | "chat" | "talk" | "unknown";

export interface Marked {
  /** Without the brackets. */
  text: string;
  /** Numbers as they were claimed, each once, in order; whether there is such a source is for others to say. */
  numbers: number[];
  bases: ReadonlySet<Basis>;
}

const mark = /\[(\d{1,3}(?:\s*,\s*\d{1,3})*|instructions|chat|talk|unknown)\](?!\()/gi;

export function readMarks(reply: string): Marked {
  const found = [...reply.matchAll(mark)].map(([, inside = ""]) => inside.toLowerCase());
  const numbers = found
    .filter((inside) => /^\d/.test(inside))
    .flatMap((inside) => inside.split(",").map(Number));
  return {
    text: withoutMarks(reply).trim(),
    numbers: [...new Set(numbers)],
    bases: new Set(found.filter((inside): inside is Basis => !/^\d/.test(inside))),
  };
}

/** As much of a reply that is still being written as may be shown: nothing before it has said what it rests on. */
export function shownOf(reply: string, isKnown: (marked: Marked) => boolean): string {
  const [opening = ""] = /^\s*(?:\[[^\][]*\]\s*)+/.exec(reply) ?? [];
  const marked = readMarks(opening);
  if (marked.text !== "" || marked.bases.has("unknown") || !isKnown(marked)) return "";
  return withoutMarks(reply.replace(/\[[^\]]*$/, "")).trimStart();
}

const withoutMarks = (reply: string) =>
  reply.replaceAll(new RegExp(`[ \\t]*${mark.source}`, "gi"), "").replaceAll(/ +([.,;:!?])/g, "$1");
