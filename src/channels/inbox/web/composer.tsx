import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Conversation } from "../../../conversation/conversation.ts";
import { Switch } from "./form.tsx";
import { Icon } from "./icons.tsx";
import { visitorName } from "./names.ts";
import type { OpenConversation } from "./open-conversation.ts";

/** What was begun and not sent, for when one comes back to a conversation. */
const drafts = new Map<string, string>();

export function Composer({ open, conversation }: { open: OpenConversation; conversation: Conversation }) {
  const [text, setText] = useState(drafts.get(open.id) ?? "");
  const [note, setNote] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const isClosed = conversation.status === "closed";
  const canSend = text.trim() !== "" && (note || !isClosed);

  const write = (value: string) => {
    setText(value);
    drafts.set(open.id, value);
  };
  const send = (event: Event) => {
    event.preventDefault();
    if (!canSend) return;
    void open.say(text, note);
    write("");
    box.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) send(event);
  };
  useLayoutEffect(() => grow(box.current), [text]);

  return (
    <form class={`composer ${note ? "composing-note" : ""}`} onSubmit={send}>
      <textarea
        id="reply"
        aria-label="Reply"
        ref={box}
        rows={2}
        value={text}
        placeholder={placeholderFor(conversation, note)}
        onInput={({ currentTarget }) => write(currentTarget.value)}
        onKeyDown={press}
      />
      <div class="composer-foot">
        <Switch label="Note" on={note} change={setNote} />
        <p class="composer-hint">{note ? "Only the team will see this." : hintFor(conversation)}</p>
        <button class="primary" type="submit" disabled={!canSend}>
          Send
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}

function placeholderFor(conversation: Conversation, note: boolean): string {
  if (note) return "Write a note for the team";
  if (conversation.status === "closed") return "Closed. Reopen to reply.";
  return `Reply to ${visitorName(conversation)}`;
}

const hintFor = ({ status }: Conversation) =>
  status === "assistant"
    ? "Replying takes over from the assistant."
    : "Enter sends, Shift+Enter starts a line.";

function grow(element: HTMLTextAreaElement | null): void {
  if (!element) return;
  element.style.height = "auto";
  element.style.height = `${Math.min(element.scrollHeight + 2, 240)}px`;
}
