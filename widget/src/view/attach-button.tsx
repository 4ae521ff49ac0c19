import * as words from "../words.ts";
import { ClipIcon } from "./icons.tsx";

/** A button of its own, because a file input cannot be named and drawn alike in every browser. */
export function AttachButton({ onAttach }: { onAttach(files: File[]): void }) {
  return (
    <span class="attach">
      <button
        type="button"
        aria-label={words.attach}
        onClick={({ currentTarget }) => {
          const input = currentTarget.nextElementSibling;
          if (input instanceof HTMLInputElement) input.click();
        }}
      >
        <ClipIcon />
      </button>
      <input
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          onAttach([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
    </span>
  );
}
