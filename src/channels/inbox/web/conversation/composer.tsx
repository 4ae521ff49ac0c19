import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { askedOfAssistant } from "../../../../conversation/asked-of-assistant.ts";
import { type Conversation, isTranslated } from "../../../../conversation/conversation.ts";
import { languageName } from "../../../../settings/languages.ts";
import { Switch } from "../elements/form.tsx";
import { Icon } from "../elements/icons.tsx";
import { visitorName } from "./names.ts";
import type { OpenConversation } from "./open-conversation.ts";

interface Draft {
  text: string;
  /** The suggestion of the assistant's it began with. */
  suggestionId?: string | undefined;
}

/** What was begun and not sent, for when one comes back to a conversation. */
const drafts = new Map<string, Draft>();

export function Composer({ open, conversation }: { open: OpenConversation; conversation: Conversation }) {
  const [{ text, suggestionId }, setDraft] = useState<Draft>(drafts.get(open.id) ?? { text: "" });
  const [isNoteChosen, setNote] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const isClosed = conversation.status === "closed";
  // Nobody calls the assistant by name in words for a visitor.
  const note = isNoteChosen || askedOfAssistant(text) !== undefined;
  const canSend = text.trim() !== "" && (note || !isClosed);

  const write = (draft: Draft) => {
    setDraft(draft);
    drafts.set(open.id, draft);
  };
  const send = (event: Event) => {
    event.preventDefault();
    if (!canSend) return;
    void open.say(text, note, note ? undefined : suggestionId);
    write({ text: "" });
    box.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) send(event);
  };
  useLayoutEffect(() => grow(box.current), [text]);

  const beginning = open.beginning.value;
  useEffect(() => {
    if (!beginning) return;
    open.beginning.value = undefined;
    // Nothing that was written already is lost.
    write({ ...beginning, text: [text.trim(), beginning.text].filter(Boolean).join("\n") });
    setNote(false);
    box.current?.focus();
  }, [beginning]);

  return (
    <form class={`composer ${note ? "composing-note" : ""}`} onSubmit={send}>
      <textarea
        id="reply"
        aria-label="Reply"
        ref={box}
        rows={2}
        value={text}
        placeholder={placeholderFor(conversation, note)}
        onInput={({ currentTarget: { value } }) =>
          write({ text: value, suggestionId: value.trim() ? suggestionId : undefined })
        }
        onKeyDown={press}
      />
      <div class="composer-foot">
        <Switch label="Note" on={note} change={setNote} />
        <p class="composer-hint">{note ? noteHint(text) : hintFor(conversation)}</p>
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

const noteHint = (text: string) =>
  askedOfAssistant(text) === undefined
    ? "Only the team will see this. @assistant writes a draft."
    : "Only the team will see this. The assistant answers here.";

const hintFor = (conversation: Conversation) =>
  isTranslated(conversation) ? inTheirLanguage(conversation) : usualHint(conversation);

const inTheirLanguage = ({ visitor: { language } }: Conversation) =>
  `Write in your language. The visitor reads it in ${language ? languageName(language) : "theirs"}.`;

const usualHint = ({ status }: Conversation) =>
  status === "assistant"
    ? "Replying takes over from the assistant."
    : "Enter sends, Shift+Enter starts a line.";

function grow(element: HTMLTextAreaElement | null): void {
  if (!element) return;
  element.style.height = "auto";
  element.style.height = `${Math.min(element.scrollHeight + 2, 240)}px`;
}
