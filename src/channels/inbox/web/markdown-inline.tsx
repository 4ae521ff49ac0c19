import type { ComponentChildren } from "preact";

/** Each alternative is bounded and none nests a repetition, so no text takes long to read. */
const pattern =
  /`{1,3}([^`\n]{1,1000})`{1,3}|\*\*(?=\S)([^*\n]{1,1000}?)\*\*|__(?=\S)([^_\n]{1,1000}?)__|(?<![\w*])\*(?=\S)([^*\n]{1,1000}?)\*(?!\w)|(?<![\w_])_(?=\S)([^_\n]{1,1000}?)_(?!\w)|~~(?=\S)([^~\n]{1,1000}?)~~|\[([^\]\n]{1,500})\]\((https?:\/\/[^\s()<>]{1,1900}|mailto:[^\s()<>]{1,300})\)|(https?:\/\/[^\s<>"]{1,1900})/gi;

/** Bold, italic, struck, code and links within one line; everything else stays the text it is. */
export function inline(text: string): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(at, match.index), marked(match));
    at = match.index + match[0].length;
  }
  parts.push(text.slice(at));
  return parts.filter((part) => part !== "");
}

function marked(match: RegExpMatchArray): ComponentChildren {
  const [whole, code, strong, strongToo, em, emToo, struck, label, target, address] = match;
  if (code !== undefined) return <code>{code}</code>;
  const bold = strong ?? strongToo;
  if (bold !== undefined) return <strong>{inline(bold)}</strong>;
  const italic = em ?? emToo;
  if (italic !== undefined) return <em>{inline(italic)}</em>;
  if (struck !== undefined) return <s>{inline(struck)}</s>;
  if (label !== undefined && target !== undefined) return <WebLink href={target}>{label}</WebLink>;
  if (address !== undefined) return bareLink(address);
  return whole;
}

/** A sentence's full stop or bracket after an address does not belong to it. */
function bareLink(address: string): ComponentChildren {
  const trailing = /[.,;:!?)\]}'"*_]{1,20}$/.exec(address)?.[0] ?? "";
  const href = address.slice(0, address.length - trailing.length);
  return (
    <>
      <WebLink href={href}>{href}</WebLink>
      {trailing}
    </>
  );
}

const WebLink = ({ href, children }: { href: string; children: ComponentChildren }) => (
  <a href={href} target="_blank" rel="noopener noreferrer nofollow">
    {children}
  </a>
);
