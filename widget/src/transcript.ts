import type { Entry } from "../../src/channels/widget/protocol.ts";

/** What stands in the log. */
export type Line = Exclude<Entry, { type: "gone" }>;
export type Said = Extract<Line, { type: "message" }>;

/** What was said so far, in order, and the cursor to come back with. */
export interface Transcript {
  seq: number;
  entries: readonly Line[];
}

export const emptyTranscript: Transcript = { seq: 0, entries: [] };

/**
 * With news merged in. What is known already is not said twice, however often the server repeats it; a message that
 * was changed takes its own place, and one that was taken back leaves none.
 */
export function merged(transcript: Transcript, news: readonly Entry[], seq = transcript.seq): Transcript {
  const known = new Map(transcript.entries.map((line) => [keyOf(line), line]));
  for (const entry of news) {
    if (entry.type === "gone") known.delete(entry.id);
    else known.set(keyOf(entry), entry);
  }
  return {
    seq: Math.max(transcript.seq, seq),
    entries: [...known.values()].sort((one, other) => one.seq - other.seq),
  };
}

export const keyOf = (line: Line) => (line.type === "message" ? line.id : `line ${line.seq}`);

export const messageOf = ({ entries }: Transcript, id: string) =>
  entries.find((line): line is Said => keyOf(line) === id);

/** Messages by others after `seq`. */
export const messagesSince = ({ entries }: Transcript, seq: number) =>
  entries.filter((line) => line.type === "message" && line.author.kind !== "visitor" && line.seq > seq)
    .length;

export const hasFiles = ({ entries }: Transcript) =>
  entries.some((line) => line.type === "message" && line.files?.length);

/** The `seq` of the newest message by a person; 0 without one. */
export const newestByAgent = ({ entries }: Transcript) =>
  entries.findLast((line) => line.type === "message" && line.author.kind === "agent")?.seq ?? 0;
