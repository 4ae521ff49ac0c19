import type { Mail } from "./mail.ts";
import { markup } from "./markup.ts";
import { oneLine } from "./one-line.ts";
import { transcriptStyle } from "./transcript-style.ts";

export interface Letter {
  to: string;
  /** The subject, and the heading. */
  title: string;
  paragraphs: readonly string[];
  link?: { url: string; label: string } | undefined;
  /** What else one should know, in small print. */
  foot?: string | undefined;
  tag: string;
}

/** A few words and one button, for every mail program. */
export function letter({ to, title, paragraphs, link, foot, tag }: Letter): Mail {
  const html = markup`<!DOCTYPE html>
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
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="sheet" style="max-width:560px;background:#ffffff;border-radius:12px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:24px;color:#1f2937;text-align:left">
<tr><td style="padding:28px 28px 4px"><h1 class="strong" style="margin:0;font-size:22px;line-height:30px;color:#111827">${title}</h1></td></tr>
${paragraphs.map((words) => markup`<tr><td style="padding:8px 28px 0">${words}</td></tr>`)}
${
  link
    ? markup`<tr><td style="padding:20px 28px 4px"><a class="button" href="${link.url}" style="display:inline-block;padding:10px 18px;border-radius:8px;background:#1d4ed8;color:#ffffff;font-weight:600;text-decoration:none">${link.label}</a></td></tr>`
    : ""
}
<tr><td class="quiet" style="padding:16px 28px 28px;font-size:13px;line-height:20px;color:#6b7280">${foot ?? ""}</td></tr>
</table>
</td></tr>
</table>
</div>
</body>
</html>
`.html;
  const text = [title, ...paragraphs, link && `${link.label}: ${link.url}`, foot]
    .filter(Boolean)
    .join("\n\n");
  return { to, subject: oneLine(title), html, text: `${text}\n`, tag, metadata: {} };
}
