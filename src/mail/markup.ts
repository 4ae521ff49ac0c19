/** HTML that is safe to send: whatever came from people was escaped on its way in. */
export interface Markup {
  readonly html: string;
}

type Part = string | number | Markup | readonly Markup[];

/** Puts HTML together; what is put in is escaped unless it is HTML of this kind itself. */
export function markup(pieces: TemplateStringsArray, ...parts: Part[]): Markup {
  return { html: String.raw({ raw: pieces }, ...parts.map(htmlOf)) };
}

export const joined = (parts: readonly Markup[]): Markup => ({ html: parts.map(htmlOf).join("") });

function htmlOf(part: Part): string {
  if (typeof part === "string" || typeof part === "number") return escaped(String(part));
  return "html" in part ? part.html : part.map(htmlOf).join("");
}

const escaped = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
