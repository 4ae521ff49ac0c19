import type { Entry } from "../../src/channels/widget/protocol.ts";

/** What was said so far, in order, and the cursor to come back with. */
export interface Transcript {
  seq: number;
  entries: readonly Entry[];
}

export const emptyTranscript: Transcript = { seq: 0, entries: [] };

/** With news merged in. What is known already is not said twice, however often the server repeats it. */
export function merged(transcript: Transcript, news: readonly Entry[], seq = transcript.seq): Transcript {
  const fresh = new Set(news.map(keyOf));
  const entries = [...transcript.entries.filter((entry) => !fresh.has(keyOf(entry))), ...news];
  return {
    seq: Math.max(transcript.seq, seq),
    entries: entries.sort((one, other) => one.seq - other.seq),
  };
}

export const keyOf = (entry: Entry) => (entry.type === "message" ? entry.id : `line ${entry.seq}`);

export const hasMessage = ({ entries }: Transcript, id: string) =>
  entries.some((entry) => keyOf(entry) === id);

/** Messages by others after `seq`. */
export const messagesSince = ({ entries }: Transcript, seq: number) =>
  entries.filter((entry) => entry.type === "message" && entry.author.kind !== "visitor" && entry.seq > seq)
    .length;
