import { signal } from "@preact/signals";
import type { Counts } from "../../conversations/protocol.ts";
import { fetched } from "../api.ts";

/** As the server counts them; undefined until it has. */
export const counts = signal<Counts | undefined>(undefined);

/** A burst of news is counted once. */
const afterMs = 200;
/** Questions are numbered, so that a slow answer to an older one is not shown. */
let asked = 0;
let shown = 0;
let planned: ReturnType<typeof setTimeout> | undefined;

/** Counts anew, a moment from now. */
export function countSoon(): void {
  if (planned !== undefined) return;
  planned = setTimeout(() => {
    planned = undefined;
    void count();
  }, afterMs);
}

/** What was counted before stays where the server cannot be reached: the line says so. */
async function count(): Promise<void> {
  const question = ++asked;
  const answer = await fetched<Counts>("/api/conversations/counts").catch(() => undefined);
  if (!answer || question < shown) return;
  shown = question;
  counts.value = answer;
}
