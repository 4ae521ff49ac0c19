import type { ContextBlock, KnownBlock, RichTextBlock, RichTextElement } from "@slack/types";
import type { Brief } from "../../../conversation/brief.ts";
import { isWithPeople } from "../../../conversation/conversation.ts";
import { belowSuggestion } from "../suggestions/suggestion-blocks.ts";
import type { CardFacts } from "./card-facts.ts";

/** What the assistant says whoever takes over should know. Rich text: no words in it can mention or lead anywhere. */
export function briefBlocks(facts: CardFacts): KnownBlock[] {
  const { brief } = facts.conversation;
  if (!brief) return [];
  return [{ type: "divider" }, says(byAssistant), whatItSays(brief), ...suggestedReplies(brief, facts)];
}

const byAssistant = "✨ Brief by the assistant. It may be wrong: what was said is in the thread.";

const says = (text: string): ContextBlock => ({
  type: "context",
  elements: [{ type: "plain_text", text, emoji: false }],
});

function whatItSays({ problem, tried, language, mood, questions }: Brief): RichTextBlock {
  const facts: [string, string | undefined][] = [
    ["Problem", problem],
    ["Language", language],
    ["Mood", mood],
  ];
  const lines = facts.flatMap(([name, words]) => (words ? [label(name), text(words), text("\n")] : []));
  return {
    type: "rich_text",
    elements: [
      { type: "rich_text_section", elements: lines.slice(0, -1) },
      ...listed("Tried", tried),
      ...listed("Open questions", questions),
    ],
  };
}

const listed = (name: string, items: string[]): RichTextBlock["elements"] =>
  items.length === 0
    ? []
    : [
        { type: "rich_text_section", elements: [label(name)] },
        {
          type: "rich_text_list",
          style: "bullet",
          elements: items.map((item) => ({ type: "rich_text_section", elements: [text(item)] })),
        },
      ];

const label = (name: string): RichTextElement => ({ type: "text", text: `${name}: `, style: { bold: true } });

const text = (words: string): RichTextElement => ({ type: "text", text: words });

function suggestedReplies({ replies }: Brief, { conversation, sent }: CardFacts): KnownBlock[] {
  const mayAnswer = isWithPeople(conversation) && !conversation.isBlocked;
  const shown = replies.filter(({ id }) => mayAnswer || sent?.has(id));
  if (shown.length === 0) return [];
  return [
    says(shown.length > 1 ? "Suggested replies" : "Suggested reply"),
    ...shown.flatMap(({ id, text: words }): KnownBlock[] => [
      { type: "rich_text", elements: [{ type: "rich_text_quote", elements: [text(words)] }] },
      belowSuggestion({ conversationId: conversation.id, suggestionId: id }, sent?.get(id)),
    ]),
  ];
}
