import { useState } from "preact/hooks";
import type { Conversation } from "../../../../conversation/conversation.ts";
import { visitorName } from "../conversation/names.ts";
import type { OpenConversation } from "../conversation/open-conversation.ts";
import { EraseDialog } from "./erase-dialog.tsx";

/** For admins: the way to remove everything of a visitor, everywhere. */
export function EraseVisitor({ open, conversation }: { open: OpenConversation; conversation: Conversation }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <button type="button" class="block" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        Erase {visitorName(conversation)}…
      </button>
      {isAsking && <EraseDialog open={open} conversation={conversation} close={() => setAsking(false)} />}
    </>
  );
}
