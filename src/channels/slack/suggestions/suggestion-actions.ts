/** What the buttons beside a suggestion do; also their `action_id`s. */
export const suggestionActions = {
  send: "handoff_suggestion_send",
  edit: "handoff_suggestion_edit",
} as const;

/** Which suggestion, of which conversation. */
export interface SuggestionAddress {
  conversationId: string;
  suggestionId: string;
}

/** What a button remembers. */
export const toValue = ({ conversationId, suggestionId }: SuggestionAddress) =>
  `${conversationId} ${suggestionId}`;

export function fromValue(value: string): SuggestionAddress | undefined {
  const [conversationId, suggestionId] = value.split(" ");
  return conversationId && suggestionId ? { conversationId, suggestionId } : undefined;
}
