import type { Turn } from "../model.ts";

interface Content {
  role: "user" | "model";
  parts: { text: string }[];
}

/** A history as Google reads it: neighbours of one role are joined, and it starts with the visitor. */
export function contentsOf(turns: Turn[]): Content[] {
  const contents: Content[] = [];
  for (const turn of turns) {
    const role = turn.from === "visitor" ? "user" : "model";
    const text = turn.from === "agent" ? `${labelOf(turn)} ${turn.text}` : turn.text;
    const last = contents.at(-1);
    if (last?.role === role) last.parts.push({ text });
    else if (contents.length > 0 || role === "user") contents.push({ role, parts: [{ text }] });
  }
  return contents;
}

/** Beside the model's own words, so that no visitor can write one. */
const labelOf = ({ name }: Turn) =>
  `[${(name ?? "A person of the team").replaceAll(/[[\]\s]+/g, " ")} wrote:]`;
