import type { Attachments as Files } from "../draft/attachments.ts";
import { words } from "../words.ts";
import { focusMessage } from "./focus-message.ts";
import { CrossIcon } from "./icons.tsx";
import { sizeOf } from "./size-of.ts";

/** The files beside what is being written, and how far they have come. */
export function Attachments({ attachments }: { attachments: Files }) {
  if (attachments.all.value.length === 0) return null;
  return (
    <ul class="attachments" aria-label={words.attached}>
      {attachments.all.value.map(({ id, file, progress, view, failure }) => (
        <li key={id}>
          <span class="name">{file.name}</span>
          {failure ? (
            <span class="failed">
              {failure}{" "}
              <button
                type="button"
                onClick={(event) => {
                  attachments.tryAgain(id);
                  focusMessage(event);
                }}
              >
                {words.tryAgain}
              </button>
            </span>
          ) : view ? (
            <span class="size">{sizeOf(file.size)}</span>
          ) : (
            <progress aria-label={file.name} value={progress} />
          )}
          <button
            type="button"
            class="remove"
            aria-label={words.remove(file.name)}
            onClick={(event) => {
              attachments.remove(id);
              focusMessage(event);
            }}
          >
            <CrossIcon />
          </button>
        </li>
      ))}
    </ul>
  );
}
