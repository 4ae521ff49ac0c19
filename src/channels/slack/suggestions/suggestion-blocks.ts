import type { ActionsBlock, ContextBlock } from "@slack/types";
import type { SentSuggestion } from "../../../conversation/suggestions.ts";
import { button } from "../card/button.ts";
import { dateToken } from "../card/date-token.ts";
import { inert } from "../text/escape.ts";
import { type SuggestionAddress, suggestionActions, toValue } from "./suggestion-actions.ts";

/** What can be done with a suggestion, or who has sent it. */
export function belowSuggestion(
  address: SuggestionAddress,
  sent: SentSuggestion | undefined,
): ActionsBlock | ContextBlock {
  if (sent) {
    const text = `:white_check_mark: Sent by ${inert(sent.by.name)}, ${dateToken(sent.at)}`;
    return { type: "context", elements: [{ type: "mrkdwn", text }] };
  }
  return {
    type: "actions",
    elements: [
      button("Send", suggestionActions.send, toValue(address)),
      button("Edit", suggestionActions.edit, toValue(address)),
    ],
  };
}
