import type { RichTextElement, RichTextSection } from "@slack/types";
import { stretches } from "./links.ts";

/** A visitor's words exactly as typed: rich text cannot be broken out of, and a link shows where it leads. */
export function plainToRichText(text: string): RichTextSection[] {
  const elements = stretches(text).map(
    (stretch): RichTextElement =>
      stretch.isLink ? { type: "link", url: stretch.text } : { type: "text", text: stretch.text },
  );
  return elements.length > 0 ? [{ type: "rich_text_section", elements }] : [];
}
