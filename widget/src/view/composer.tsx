import { Component, createRef } from "preact";
import { words } from "../words.ts";
import { SendIcon } from "./icons.tsx";

/** The server takes no longer message. */
const maxTextLength = 12_000;

interface ComposerProps {
  draft: string;
  onDraft(draft: string): void;
  onSay(text: string): void;
}

export class Composer extends Component<ComposerProps> {
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

  override render({ draft, onDraft, onSay }: ComposerProps) {
    const text = draft.trim();
    const extra = text.length - maxTextLength;
    const isReady = text !== "" && extra <= 0;

    const send = (event: Event) => {
      event.preventDefault();
      if (!isReady) return;
      onSay(text);
      onDraft("");
      this.box.current?.focus();
    };

    return (
      <form class="composer" onSubmit={send}>
        <textarea
          ref={this.box}
          rows={1}
          dir="auto"
          aria-label={words.message}
          placeholder={words.placeholder}
          value={draft}
          onInput={(event) => onDraft(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.shiftKey && !event.isComposing) send(event);
          }}
        />
        <button type="submit" aria-label={words.send} disabled={!isReady}>
          <SendIcon />
        </button>
        <p role="status">{extra > 0 && words.tooLong(extra)}</p>
      </form>
    );
  }
}
