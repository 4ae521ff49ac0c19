import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Conversation } from "../../../../../conversation/conversation.ts";
import { Switch } from "../../elements/form.tsx";
import { Icon } from "../../elements/icons.tsx";
import { sendKey } from "../../keys/send-key.ts";
import { Markdown } from "../../markdown/markdown.tsx";
import { visitorName } from "../names.ts";
import type { OpenConversation } from "../open-conversation.ts";
import { CompletionList } from "./completion-list.tsx";
import { useCompletions } from "./completions.ts";
import { useComposing } from "./composing.ts";
import { FilesRow } from "./files-row.tsx";
import { hintFor } from "./hints.ts";
import { Others } from "./others.tsx";
import { Tools } from "./tools.tsx";

/** Where an agent writes: words, files, saved replies and emoji, to the visitor or to the team. */
export function Composer({ open, conversation }: { open: OpenConversation; conversation: Conversation }) {
  const composing = useComposing(open, conversation);
  const { draft, note, isReady } = composing;
  const [shows, setShows] = useState(false);
  const [isOver, setOver] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const completions = useCompletions({ box, conversation, composing });

  const send = (event: Event) => {
    event.preventDefault();
    composing.send();
    box.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing || completions.press(event)) return;
    if (event.key === "Enter" && sends(event)) send(event);
  };
  useLayoutEffect(() => grow(box.current), [draft.text]);

  const beginning = open.beginning.value;
  useEffect(() => {
    if (!beginning) return;
    open.beginning.value = undefined;
    // Nothing that was written already is lost.
    const text = [draft.text.trim(), beginning.text].filter(Boolean).join("\n");
    composing.write({ ...beginning, text, note: false });
    box.current?.focus();
  }, [beginning]);

  return (
    <>
      <Others open={open} conversation={conversation} composing={composing} />
      <form
        class={`composer ${note ? "composing-note" : ""} ${isOver ? "takes-files" : ""}`}
        onSubmit={send}
        onDragOver={(event) => {
          if (!event.dataTransfer?.types.includes("Files")) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={({ relatedTarget, currentTarget }) => {
          if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
        }}
        onDrop={(event) => {
          setOver(false);
          if (!event.dataTransfer?.files.length) return;
          event.preventDefault();
          composing.attach(event.dataTransfer.files);
        }}
      >
        <CompletionList completions={completions} />
        <FilesRow {...composing} files={draft.files} />
        <textarea
          id="reply"
          aria-label="Reply"
          ref={box}
          rows={2}
          dir="auto"
          value={draft.text}
          placeholder={placeholderFor(conversation, note)}
          aria-describedby="composer-hint"
          {...completions.described}
          onInput={completions.typed}
          onSelect={completions.moved}
          onBlur={() => {
            completions.close();
            composing.typing.pause();
          }}
          onKeyDown={press}
          onPaste={(event) => {
            const pasted = event.clipboardData;
            // Text that comes with a picture of itself is meant as text.
            if (!pasted?.files.length || pasted.types.includes("text/plain")) return;
            event.preventDefault();
            composing.attach(pasted.files);
          }}
        />
        {shows && draft.text.trim() && (
          <section class="composer-preview" aria-label="Preview">
            <div class="bubble">
              <Markdown text={draft.text} />
            </div>
          </section>
        )}
        {composing.problem && (
          <p class="composer-problem" role="alert">
            {composing.problem}
          </p>
        )}
        <div class="composer-foot">
          <Tools
            completions={completions}
            attach={composing.attach}
            shows={shows}
            toggle={() => setShows(!shows)}
          />
          <Switch label="Note" on={note} change={composing.setNote} />
          <p class="composer-hint" id="composer-hint">
            {composing.isUploading ? "Uploading…" : hintFor(conversation, draft.text, note)}
          </p>
          <button class="primary" type="submit" disabled={!isReady}>
            Send
            <Icon name="send" />
          </button>
        </div>
      </form>
    </>
  );
}

function sends({ shiftKey, metaKey, ctrlKey }: KeyboardEvent): boolean {
  const isModified = metaKey || ctrlKey;
  return !shiftKey && (isModified || sendKey() === "enter");
}

function placeholderFor(conversation: Conversation, note: boolean): string {
  if (note) return "Write a note for the team";
  if (conversation.status === "closed") return "Closed. Reopen to reply.";
  return `Reply to ${visitorName(conversation)}`;
}

function grow(element: HTMLTextAreaElement | null): void {
  if (!element) return;
  element.style.height = "auto";
  element.style.height = `${Math.min(element.scrollHeight + 2, 240)}px`;
}
