import { fileWords } from "./file-words.ts";
import { plainMarkup } from "./inline-markup.ts";
import { markdownMarkup } from "./markdown-markup.ts";
import { joined, type Markup, markup } from "./markup.ts";
import type { Moments } from "./moments.ts";
import type { TranscriptLine } from "./transcript-lines.ts";
import { transcriptStyle } from "./transcript-style.ts";

/** One chat, with what stands above what was said in it. */
export interface MailedChat {
  /** Left out where the mail's title says it. */
  title?: string | undefined;
  /** A line each: who it is, why they wait. */
  facts?: readonly string[] | undefined;
  link?: { url: string; label: string } | undefined;
  lines: readonly TranscriptLine[];
}

export interface Transcript {
  title: string;
  chats: readonly MailedChat[];
  moments: Moments;
  /** Why somebody gets this, and how to end it. */
  foot?: { words: string; link: { url: string; label: string } } | undefined;
}

/** A transcript as a page for mail programs: tables and colours in place, since many of them drop style sheets. */
export function transcriptPage({ title, chats, moments, foot }: Transcript): string {
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>${{ html: transcriptStyle }}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f4f6;color:#1f2937">
<div role="main">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" style="background:#f3f4f6">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="sheet" style="max-width:640px;background:#ffffff;border-radius:12px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:24px;color:#1f2937;text-align:left">
<tr><td style="padding:28px 28px 4px"><h1 class="strong" style="margin:0;font-size:22px;line-height:30px;color:#111827">${title}</h1></td></tr>
${chats.map((chat) => chatRows(chat, moments))}
<tr><td class="quiet" style="padding:20px 28px 28px;font-size:13px;line-height:20px;color:#6b7280">Times are in ${moments.zone}.${foot ? footOf(foot) : nothing}</td></tr>
</table>
</td></tr>
</table>
</div>
</body>
</html>
`.html;
}

const nothing = markup``;

const footOf = ({ words, link: { url, label } }: NonNullable<Transcript["foot"]>) =>
  markup`<br>${words} <a class="quiet" href="${url}" style="color:#6b7280">${label}</a>`;

function chatRows({ title, facts = [], link, lines }: MailedChat, moments: Moments): Markup {
  let today = "";
  const said = lines.map((line) => {
    const day = moments.day(line.at);
    const heading = day === today ? nothing : dayRow(day);
    today = day;
    return joined([heading, row(line, moments.time(line.at))]);
  });
  return joined([
    title ? titleRow(title) : nothing,
    ...facts.map(factRow),
    link ? linkRow(link) : nothing,
    ...said,
  ]);
}

const titleRow = (title: string) =>
  markup`<tr><td style="padding:28px 28px 0"><h2 class="strong" style="margin:0;font-size:18px;line-height:26px;color:#111827">${title}</h2></td></tr>
`;

const factRow = (fact: string) => markup`<tr><td style="padding:4px 28px 0">${fact}</td></tr>
`;

const linkRow = ({ url, label }: { url: string; label: string }) =>
  markup`<tr><td style="padding:16px 28px 4px"><a class="button" href="${url}" style="display:inline-block;padding:10px 18px;border-radius:8px;background:#1d4ed8;color:#ffffff;font-weight:600;text-decoration:none">${label}</a></td></tr>
`;

const dayRow = (day: string) =>
  markup`<tr><td class="quiet day" style="padding:20px 28px 8px;font-size:13px;line-height:20px;font-weight:600;color:#6b7280">${day}</td></tr>
`;

function row(line: TranscriptLine, time: string): Markup {
  const { author, name, isNote, isEdited } = line;
  if (author === "system")
    return markup`<tr><td class="quiet" style="padding:8px 28px;font-size:14px;line-height:21px;font-style:italic;color:#6b7280">${line.text}&nbsp; <span style="white-space:nowrap">${time}</span></td></tr>
`;
  const edge = isNote ? edges.note : edges[author];
  const marks = `${isNote ? " · internal note" : ""}${isEdited ? " · edited" : ""}`;
  return markup`<tr><td style="padding:8px 28px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="said${isNote ? " note" : ""}" style="border-left:4px solid ${edge};padding:2px 0 2px 14px${isNote ? ";background:#fefce8" : ""}">
<div><strong class="strong" style="color:#111827">${name}</strong> <span class="quiet" style="font-size:13px;color:#6b7280">${time}${marks}</span></div>
<div class="words" style="word-break:break-word;overflow-wrap:anywhere">${wordsOf(line)}</div>
</td></tr></table>
</td></tr>
`;
}

const edges = { visitor: "#2563eb", assistant: "#9ca3af", agent: "#059669", note: "#ca8a04" };

function wordsOf({ author, text, also, files }: TranscriptLine): Markup {
  const marked = (said: string) =>
    author === "visitor" ? markup`<p>${plainMarkup(said)}</p>` : markdownMarkup(said);
  const words = marked(text);
  const other = also
    ? markup`<div class="quiet" style="font-size:14px;line-height:21px;color:#6b7280">${also.what}: ${marked(also.text)}</div>`
    : nothing;
  const attached = files.map((file) => markup`<p>File: ${fileWords(file)}</p>`);
  return joined([text ? words : nothing, other, ...attached]);
}
