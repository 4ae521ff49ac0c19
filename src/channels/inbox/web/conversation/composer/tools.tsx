import { useRef } from "preact/hooks";
import { Icon } from "../../elements/icons.tsx";
import type { Completions } from "./completions.ts";
import { EmojiPicker } from "./emoji-picker.tsx";

interface Props {
  completions: Completions;
  attach: (files: Iterable<File>) => void;
  shows: boolean;
  toggle: () => void;
}

/** What can be put into a message other than by typing it, and what it will look like. */
export function Tools({ completions, attach, shows, toggle }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div class="tools">
      <button
        type="button"
        class="quiet"
        aria-label="Attach file"
        title="Attach file (or drop or paste one)"
        onClick={() => picker.current?.click()}
      >
        <Icon name="attach" />
      </button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          if (currentTarget.files) attach(currentTarget.files);
          // The same file can be chosen again.
          currentTarget.value = "";
        }}
      />
      <EmojiPicker choose={completions.insert} />
      <button
        type="button"
        class="quiet"
        aria-label="Saved replies"
        title="Saved replies (type /)"
        // The text box keeps its caret.
        onMouseDown={(event) => event.preventDefault()}
        onClick={completions.begin}
      >
        <Icon name="saved" />
      </button>
      <button
        type="button"
        class="quiet"
        aria-label="Preview"
        title="Show what it will look like"
        aria-pressed={shows}
        onClick={toggle}
      >
        <Icon name="eye" />
      </button>
    </div>
  );
}
