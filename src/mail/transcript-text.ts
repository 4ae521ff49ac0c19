import { fileWords } from "./file-words.ts";
import type { Moments } from "./moments.ts";
import type { TranscriptLine } from "./transcript-lines.ts";
import type { MailedChat, Transcript } from "./transcript-page.ts";

/** A transcript for those who read their mail as plain text. */
export function transcriptText({ title, chats, moments, foot }: Transcript): string {
  const said = chats.flatMap((chat) => chatText(chat, moments));
  const end = foot ? [`${foot.words}\n${foot.link.label}: ${foot.link.url}`] : [];
  return [title, ...said, `Times are in ${moments.zone}.`, ...end].join("\n\n");
}

function chatText({ title, facts = [], link, lines }: MailedChat, moments: Moments): string[] {
  let today = "";
  const said = lines.map((line) => {
    const day = moments.day(line.at);
    const heading = day === today ? "" : `--- ${day} ---\n\n`;
    today = day;
    return `${heading}${headOf(line, moments.time(line.at))}\n${bodyOf(line)}`;
  });
  return [
    ...(title ? [`=== ${title} ===`] : []),
    ...(facts.length > 0 ? [facts.join("\n")] : []),
    ...(link ? [`${link.label}: ${link.url}`] : []),
    ...said,
  ];
}

function headOf({ author, name, isNote, isEdited }: TranscriptLine, time: string): string {
  const marks = `${isNote ? " (internal note)" : ""}${isEdited ? " (edited)" : ""}`;
  return `[${time}]${author === "system" ? "" : ` ${name}${marks}:`}`;
}

const bodyOf = ({ text, also, files }: TranscriptLine) =>
  [text, also && `(${also.what}: ${also.text})`, ...files.map((file) => `[file: ${fileWords(file)}]`)]
    .filter(Boolean)
    .join("\n");
