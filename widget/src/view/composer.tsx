import { Component, createRef } from "preact";
import type { Draft } from "../draft/draft.ts";
import * as words from "../words.ts";
import { AttachButton } from "./attach-button.tsx";
import { Attachments } from "./attachments.tsx";
import { Choice } from "./choice.tsx";
import { SendIcon } from "./icons.tsx";

export class Composer extends Component<{ draft: Draft }> {
  box = createRef<HTMLTextAreaElement>();

  override componentDidMount() {
    this.componentDidUpdate();
    this.box.current?.focus();
  }

  /** As high as what is written in it; the stylesheet sets the limit. */
  override componentDidUpdate() {
    const box = this.box.current;
    if (!box) return;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
  }

  send = (event: Event) => {
    event.preventDefault();
    this.props.draft.send();
    this.box.current?.focus();
  };

  press = (event: KeyboardEvent) => {
    const { draft } = this.props;
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) this.send(event);
    if (event.key === "ArrowUp" && draft.isEmpty()) {
      event.preventDefault();
      draft.reviseLast();
    }
    if (event.key === "Escape" && draft.revision.value) {
      event.stopPropagation();
      draft.leave();
    }
  };

  /** Pictures; text that comes with a picture of itself is meant as text. */
  paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData;
    if (!pasted?.files.length || pasted.types.includes("text/plain")) return;
    event.preventDefault();
    this.props.draft.attach(pasted.files);
  };

  override render({ draft }: { draft: Draft }) {
    const { text, revision, isSending, attachments } = draft;
    return (
      <form class="composer" onSubmit={this.send}>
        {revision.value ? (
          <p class="revising">
            {words.editing}
            <Choice onChoose={draft.leave}>{words.cancel}</Choice>
          </p>
        ) : (
          <Attachments attachments={attachments} />
        )}
        <div class="box">
          <textarea
            ref={this.box}
            rows={1}
            dir="auto"
            aria-label={words.message}
            placeholder={words.placeholder}
            readOnly={isSending.value}
            value={text.value}
            onInput={({ currentTarget }) => draft.type(currentTarget.value)}
            onKeyDown={this.press}
            onPaste={this.paste}
          />
          {!revision.value && <AttachButton onAttach={draft.attach} />}
          <button type="submit" aria-label={words.send} disabled={!draft.isReady()}>
            <SendIcon />
          </button>
        </div>
        <p role="status" class={isSending.value ? undefined : "failed"}>
          {isSending.value ? words.sendsSoon : draft.problem()}
        </p>
      </form>
    );
  }
}
