import type { Conversation } from "../../../../conversation/conversation.ts";
import { visitorName } from "./names.ts";
import type { OpenConversation } from "./open-conversation.ts";

interface Props {
  open: OpenConversation;
  conversation: Conversation;
}

/** Ends a chat with somebody who abuses it; asked for twice, because it closes the conversation. */
export function BlockVisitor({ open, conversation }: Props) {
  const name = visitorName(conversation);
  const question = `Block ${name}? They cannot write here any more, and the conversation is closed.`;
  return (
    <button
      type="button"
      class="block"
      disabled={open.busy.value !== undefined}
      onClick={() => confirm(question) && void open.act("block")}
    >
      Block {name}
    </button>
  );
}

export const Blocked = ({ open, conversation }: Props) => (
  <div class="blocked">
    <p>{visitorName(conversation)} is blocked and cannot write here.</p>
    <button type="button" disabled={open.busy.value !== undefined} onClick={() => void open.act("unblock")}>
      Unblock
    </button>
  </div>
);
