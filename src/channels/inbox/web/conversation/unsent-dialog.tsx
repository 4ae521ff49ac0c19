import { useEffect, useState } from "preact/hooks";
import type { Conversation } from "../../../../conversation/conversation.ts";
import { Dialog } from "../elements/dialog.tsx";
import { Problem } from "../elements/form.tsx";
import { previewOf } from "../list/preview.ts";
import { doneAnyhow } from "./done.ts";
import { visitorName } from "./names.ts";
import type { Ending, OpenConversation } from "./open-conversation.ts";
import type { Pending } from "./pending.ts";
import { leaveReplies, sendReplies } from "./sending.ts";

interface Props {
  open: OpenConversation;
  conversation: Conversation;
  ending: Ending;
}

const words = {
  close: {
    title: (what: string) => `Close without your ${what}?`,
    left: "Close without sending",
    why: "You closed the conversation without it.",
  },
  "hand-back": {
    title: (what: string) => `Hand back without your ${what}?`,
    left: "Hand back without sending",
    why: "You handed the conversation back without it.",
  },
};

/** Before a conversation ends in which something I wrote has not reached the visitor: sent first, or left. */
export function UnsentDialog({ open, conversation, ending: { verb, afterwards } }: Props) {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const replies = open.pending.value.filter(({ note, state }) => !note && state !== "sent");
  const { title, left, why } = words[verb];
  const close = () => {
    open.ending.value = undefined;
  };
  // Whoever goes elsewhere has decided nothing.
  useEffect(() => close, []);

  const goOn = () => {
    close();
    return doneAnyhow(open, verb, { afterwards });
  };
  // Also when it went by itself meanwhile.
  useEffect(() => {
    if (replies.length === 0) void goOn();
  }, [replies.length]);

  const sendFirst = async () => {
    setSending(true);
    setProblem(undefined);
    const [unsent] = await sendReplies(open.id);
    setSending(false);
    if (unsent) setProblem(`It could not be sent. ${unsent.problem ?? ""}`);
  };
  const leave = () => {
    leaveReplies(open.id, why);
    return goOn();
  };

  return (
    <Dialog title={title(replies.length === 1 ? "reply" : "replies")} about="unsent" close={close}>
      <div id="unsent">
        <p>{visitorName(conversation)} has not got what you wrote:</p>
        <ul class="unsent">
          {replies.map((reply) => (
            <li key={reply.id}>{briefly(reply)}</li>
          ))}
        </ul>
        <p class="quiet-text">
          What is left unsent stays here for you and does not go by itself: you can still send or discard it.
        </p>
      </div>
      <Problem>{problem}</Problem>
      <p class="acts">
        <button type="button" disabled={isSending} onClick={() => void leave()}>
          {left}
        </button>
        <button type="button" class="primary" disabled={isSending} onClick={() => void sendFirst()}>
          {isSending ? "Sending…" : "Send first"}
        </button>
      </p>
    </Dialog>
  );
}

const briefly = ({ text, files }: Pending) => previewOf(text) || files.map(({ name }) => name).join(", ");
