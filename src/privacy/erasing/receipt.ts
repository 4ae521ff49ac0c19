import type { Erasure, Erasures, Place } from "./ports.ts";

/** What became of everything, for whoever has to answer for it. Nothing in it tells of the person. */
export interface Receipt extends Erasure {
  /** Copies elsewhere. */
  elsewhere: { waiting: number; gone: Record<Place, number>; kept: Kept[]; keptCount: number };
  /** What nobody can take back or remove, in words. */
  beyondUs: string[];
}

/** Something that stays, why, and where a person finds it. */
export interface Kept {
  place: Place;
  externalId: string;
  reason: string;
  link?: string | undefined;
}

/** More than anybody would go through by hand. */
const maxKept = 500;

export async function receiptOf(erasure: Erasure, erasures: Erasures): Promise<Receipt> {
  const { conversationId, removed } = erasure;
  const counts = await erasures.countCopies(conversationId);
  const sum = (state: string, place?: Place) =>
    counts
      .filter((one) => one.state === state && (place === undefined || one.place === place))
      .reduce((total, { count }) => total + count, 0);
  const kept = await erasures.kept(conversationId, maxKept);
  return {
    ...erasure,
    elsewhere: {
      waiting: sum("waiting"),
      gone: {
        file: sum("gone", "file"),
        "slack/thread": sum("gone", "slack/thread"),
        "slack/post": sum("gone", "slack/post"),
        "slack/file": sum("gone", "slack/file"),
        "slack/message": sum("gone", "slack/message"),
      },
      kept: kept.map(({ place, externalId, reason, link }) => ({ place, externalId, reason, link })),
      keptCount: sum("kept"),
    },
    beyondUs: beyondUs(removed),
  };
}

function beyondUs({ mailsSent, smsSent, learned, sharedFiles = 0 }: Erasure["removed"]): string[] {
  const words = [
    "Backups of the database and of Slack, and transcripts that were exported, are not in the app's reach. Delete them where they are kept.",
  ];
  if (mailsSent > 0)
    words.unshift(
      `${counted(mailsSent, "mail")} about it cannot be recalled. Whoever answers one is told that it reaches nobody.`,
    );
  if (smsSent > 0)
    words.unshift(
      `${counted(smsSent, "SMS", "SMS")} cannot be recalled. They held no word of the visitor's.`,
    );
  if (sharedFiles > 0)
    words.unshift(
      `${counted(sharedFiles, "file")} of it is in another conversation, too, and goes with the last one that has it.`,
    );
  if (learned > 0)
    words.push(
      `${counted(learned, "answer")} that people had approved for the assistant stays: it was made without personal data. Read it in the knowledge.`,
    );
  words.push(
    "For half a year the app knows a fingerprint of the visitor's links, reply addresses and number and of the Slack thread, so that whoever comes back by one is told that the conversation was deleted. Nobody can read them from it.",
  );
  return words;
}

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
