import type { Attachment } from "../../../../../conversation/message.ts";
import { sizeInWords } from "../../elements/size-in-words.ts";
import type { Upload } from "./uploads.ts";

interface Props {
  files: readonly Attachment[];
  previews: ReadonlyMap<string, string>;
  uploads: readonly Upload[];
  remove: (file: Attachment) => void;
  giveUp: (upload: Upload) => void;
  tryAgain: (upload: Upload) => void;
}

/** What goes with the message: pictures as pictures, and how far each has got. */
export function FilesRow({ files, previews, uploads, remove, giveUp, tryAgain }: Props) {
  if (files.length + uploads.length === 0) return null;
  return (
    <ul class="attached" aria-label="Attached files">
      {files.map((file) => (
        <li key={file.id}>
          <Preview src={previews.get(file.id)} />
          <span class="file-name" title={file.name}>
            {file.name}
          </span>
          <span class="file-size">{sizeInWords(file.size)}</span>
          <button type="button" class="quiet" aria-label={`Remove ${file.name}`} onClick={() => remove(file)}>
            ×
          </button>
        </li>
      ))}
      {uploads.map((upload) => (
        <li key={upload.key} class={upload.problem ? "not-taken" : ""}>
          <Preview src={upload.preview} />
          <span class="file-name" title={upload.file.name}>
            {upload.file.name}
          </span>
          {upload.problem ? (
            <span class="file-problem" role="alert">
              {upload.problem}{" "}
              <button type="button" class="plain" onClick={() => tryAgain(upload)}>
                Try again
              </button>
            </span>
          ) : (
            <progress aria-label={`Uploading ${upload.file.name}`} value={upload.progress} max={1} />
          )}
          <button
            type="button"
            class="quiet"
            aria-label={`Remove ${upload.file.name}`}
            onClick={() => giveUp(upload)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}

const Preview = ({ src }: { src: string | undefined }) =>
  src ? <img src={src} alt="" /> : <span class="file-sign" aria-hidden="true" />;
