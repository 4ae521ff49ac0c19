import type { Availability } from "./availability.ts";
import { messagesFor } from "./messages.ts";
import { momentInWords } from "./moment-in-words.ts";
import type { Settings } from "./schema.ts";

/** When it is said, and by which settings. */
export interface Saying {
  availability: Availability;
  settings: Pick<Settings, "hours" | "greeting" | "awayMessage" | "ratingQuestion" | "messagesInLanguages">;
  now: number;
  /** The visitor's, by its BCP 47 tag. */
  language?: string | undefined;
}

/** What a visitor is told at a handoff; undefined for the usual sentence. */
export interface HandoffWords {
  sentence: string | undefined;
  nobodyIsThere: boolean;
}

export function handoffWordsFor(saying: Saying): HandoffWords {
  const { connectingMessage, awayMessage } = messagesFor(saying.settings, saying.language);
  const away = awaySentence(saying);
  if (!away) return { sentence: connectingMessage || undefined, nobodyIsThere: false };
  const usual = `${away} Your conversation is with them, and they answer here.`;
  return { sentence: awayMessage || usual, nobodyIsThere: true };
}

/** What a visitor is asked who may want a person, and may not. Nobody is promised who is not there. */
export function offerSentenceFor(saying: Saying): string {
  const away = awaySentence(saying);
  return away
    ? `${away} Would you like to leave this conversation with them? They answer here.`
    : "Would you like to talk to a person from the team?";
}

/** That the team is away, and until when where that is known; undefined while somebody is there. */
function awaySentence({ availability, settings, now }: Saying): string | undefined {
  const { isOpen, opensAt } = availability;
  if (isOpen) return undefined;
  const { timeZone } = settings.hours;
  const until =
    opensAt === undefined ? "at the moment" : `until ${momentInWords(opensAt, { now, timeZone })}`;
  return `Our team is away ${until}.`;
}
