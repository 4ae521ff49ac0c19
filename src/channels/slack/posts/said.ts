import type { RichTextBlockElement } from "@slack/types";
import type { ConversationEvent } from "../../../conversation/events.ts";
import type { SentSuggestion } from "../../../conversation/suggestions.ts";
import { forTeam } from "../../../conversation/translation.ts";
import { cut, cutMarkdown } from "../text/cut.ts";
import { markdownToRichText } from "../text/markdown.ts";
import { plainToRichText } from "../text/plain.ts";
import type { DraftEntry, FileEntry, LineEntry, WordsEntry } from "./entry.ts";
import type { Speaker } from "./speaker.ts";
import { besideWords } from "./translated.ts";

/** Slack takes 3,000 characters of text in one block; the author's name needs some. */
const maxPieceLength = 2_900;

/** Parts of a message from here on are its files, however many pieces its words have. */
export const firstFilePart = 101;

/**
 * A message as a thread shows it: its words, in pieces where they are too many for a block, a fine line with the other
 * language where it has two, what can be done with a draft, and then its files. `sent` is what became of a draft.
 */
export function saidIn(
  { message, seq, at, conversationId }: Extract<ConversationEvent, { type: "message.posted" }>,
  speaker: Speaker,
  sent: SentSuggestion | undefined,
): (WordsEntry | LineEntry | DraftEntry | FileEntry)[] {
  const { author, files = [], note, isEdited, draftFor } = message;
  const { text } = forTeam(message);
  // A draft as it would be typed: whoever sends it sees where its links lead.
  const isPlain = author.kind === "visitor" || draftFor !== undefined;
  const whose = { at, speaker, isNote: note };
  const words = (isPlain ? cut : cutMarkdown)(text, maxPieceLength)
    .map((piece, index) => ({
      ...{ kind: "words" as const, position: { seq, part: index + 1 }, ...whose, text: piece },
      ...(draftFor ? { draftFor: draftFor.name } : {}),
      elements: isPlain ? plainToRichText(piece) : shown(piece),
    }))
    .filter(({ text }) => text.trim() !== "");
  const last = words.at(-1);
  const beside = besideWords(message);
  const position = { seq, part: words.length + 1 };
  const address = { conversationId, suggestionId: message.id };
  return [
    ...words.map((entry) => (entry === last && isEdited ? edited(entry) : entry)),
    ...(beside === undefined ? [] : [{ kind: "line" as const, position, at, text: beside, isCall: false }]),
    ...(draftFor
      ? [{ kind: "draft" as const, position, at, speaker, isNote: true as const, address, sent }]
      : []),
    ...files.map((file, index) => ({
      ...{ kind: "file" as const, position: { seq, part: firstFilePart + index }, ...whose, file },
    })),
  ];
}

/** Marks around nothing are shown as typed: Slack takes no block without words. */
function shown(markdown: string): RichTextBlockElement[] {
  const elements = markdownToRichText(markdown);
  return elements.length > 0 ? elements : plainToRichText(markdown);
}

function edited(entry: WordsEntry): WordsEntry {
  const mark = { type: "text", text: " (edited)", style: { italic: true } } as const;
  const last = entry.elements.at(-1);
  const elements: RichTextBlockElement[] =
    last?.type === "rich_text_section"
      ? [...entry.elements.slice(0, -1), { ...last, elements: [...last.elements, mark] }]
      : [...entry.elements, { type: "rich_text_section", elements: [mark] }];
  return { ...entry, text: `${entry.text} (edited)`, elements };
}
