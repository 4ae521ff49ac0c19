import type { Attachment } from "../../../../conversation/message.ts";
import { sizeInWords } from "../elements/size-in-words.ts";

/** Pictures made of pixels; anything else is a link. */
const isPicture = ({ mime }: Attachment) => /^image\/(png|jpeg|gif|webp|avif)$/.test(mime);

export function MessageFiles({ conversationId, files }: { conversationId: string; files: Attachment[] }) {
  const pathOf = ({ id }: Attachment) =>
    `/api/conversations/${encodeURIComponent(conversationId)}/files/${encodeURIComponent(id)}`;
  return (
    <ul class="files">
      {files.map((file) => (
        <li key={file.id}>
          <a href={pathOf(file)} target="_blank" rel="noopener" title={file.name}>
            {isPicture(file) ? (
              <img src={pathOf(file)} alt={file.name} loading="lazy" />
            ) : (
              <>
                <span class="file-name">{file.name}</span>{" "}
                <span class="file-size">{sizeInWords(file.size)}</span>
              </>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
