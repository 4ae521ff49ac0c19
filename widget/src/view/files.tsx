import { Component } from "preact";
import type { FileView } from "../../../src/channels/widget/protocol.ts";
import { sizeOf } from "./size-of.ts";

/** A message's files. `origin` is the server's: their addresses may be told without it. */
export function Files({ files, origin }: { files: FileView[]; origin: string }) {
  return (
    <div class="files">
      {files.map((file) => (
        <FileLink key={file.id} {...file} url={new URL(file.url, origin).href} />
      ))}
    </div>
  );
}

/** A picture has its place before it is there, so nothing moves; one that does not come is a link like other files. */
class FileLink extends Component<FileView, { failedUrl?: string }> {
  override render({ url, name, size, isImage }: FileView) {
    const isShown = isImage && this.state.failedUrl !== url;
    return (
      <div class={isShown ? "picture" : "file"}>
        <a href={url} target="_blank" rel="noopener noreferrer">
          {isShown ? <img src={url} alt={name} onError={() => this.setState({ failedUrl: url })} /> : name}
        </a>
        {!isShown && <span class="size">{sizeOf(size)}</span>}
      </div>
    );
  }
}
