import type { Conversation } from "../../../../../conversation/conversation.ts";
import { previewOf } from "../../list/preview.ts";
import { isMe } from "../../sign-in/session.ts";
import { visitorName } from "../names.ts";
import type { OpenConversation } from "../open-conversation.ts";
import type { Composing } from "./composing.ts";

interface Props {
  open: OpenConversation;
  conversation: Conversation;
  composing: Composing;
}

/** Above the composer: who else is writing, whose conversation it is, and that somebody was quicker. */
export function Others({ open, conversation, composing }: Props) {
  const { agents, visitor } = open.company.value;
  const writers = agents.filter(({ isWriting }) => isWriting).map(({ name }) => name);
  const { draft, note, answered, isWarned } = composing;
  const isWriting = draft.text.trim() !== "" && !note;
  const owner =
    conversation.status === "agent" && !isMe(conversation.agent?.id) ? conversation.agent : undefined;
  return (
    <div class="others" aria-live="polite">
      {visitor.isWriting && <p class="writing">{visitorName(conversation)} is writing…</p>}
      {writers.length > 0 && (
        <p class={isWriting ? "warning" : "writing"}>{list(writers)} writing an answer here, too.</p>
      )}
      {answered && (
        <p class="warning">
          {answered.name} has just answered: “{previewOf(answered.text).slice(0, 140)}”.{" "}
          {isWarned ? "Press Send once more to send yours all the same." : "Look before you send yours."}
        </p>
      )}
      {!answered && writers.length === 0 && owner && isWriting && (
        <p class="warning">{owner.name} has this conversation. Your reply goes to the visitor as well.</p>
      )}
    </div>
  );
}

const names = new Intl.ListFormat("en", { type: "conjunction" });

const list = (all: string[]) => `${names.format(all)} ${all.length === 1 ? "is" : "are"}`;
