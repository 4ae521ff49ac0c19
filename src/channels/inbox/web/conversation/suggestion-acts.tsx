import { sentSuggestions } from "../../../../conversation/suggestions.ts";
import { PressableTime } from "../elements/time.tsx";
import type { OpenConversation } from "./open-conversation.ts";

interface Props {
  open: OpenConversation;
  suggestion: { id: string; text: string };
  /** As a screen reader says it: "suggested reply 1", "draft". */
  name: string;
  /** The conversation can be answered. */
  isOpen: boolean;
}

/** What can be done with words the assistant suggests, or who has sent them. */
export function SuggestionActs({ open, suggestion: { id, text }, name, isOpen }: Props) {
  const view = open.view.value;
  const sent = view.state === "ready" ? sentSuggestions(view.events).get(id) : undefined;
  if (sent)
    return (
      <p class="suggestion-acts">
        Sent by {sent.by.name} <PressableTime at={sent.at} />
      </p>
    );
  if (!isOpen) return null;
  const isOnItsWay = open.pending.value.some((message) => message.suggestionId === id);
  const edit = () => {
    open.beginning.value = { text, suggestionId: id };
  };
  return (
    <p class="suggestion-acts">
      <button
        type="button"
        aria-label={`Send ${name}`}
        disabled={isOnItsWay}
        onClick={() => void open.send({ text, suggestionId: id })}
      >
        Send
      </button>
      <button type="button" aria-label={`Edit ${name}`} disabled={isOnItsWay} onClick={edit}>
        Edit
      </button>
    </p>
  );
}
