import type { Attachments as Files } from "../draft/attachments.ts";
import * as words from "../words.ts";
import { Choice } from "./choice.tsx";
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
              {failure} <Choice onChoose={() => attachments.tryAgain(id)}>{words.tryAgain}</Choice>
            </span>
          ) : view ? (
            <span class="size">{sizeOf(file.size)}</span>
          ) : (
            <progress aria-label={file.name} value={progress} />
          )}
          <Choice class="remove" name={words.remove(file.name)} onChoose={() => attachments.remove(id)}>
            <CrossIcon />
          </Choice>
        </li>
      ))}
    </ul>
  );
}
