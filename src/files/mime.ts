import { fileTypeFromFile } from "file-type";

export const unknownMime = "application/octet-stream";

/** What a file at `path` is, by its content; what it is claimed to be counts for text alone, which has no marks. */
export async function mimeOf(path: string, claimed: string | undefined): Promise<string> {
  const found = await fileTypeFromFile(path);
  if (found) return found.mime;
  const mime = cleanMime(claimed);
  return isText(mime) ? mime : unknownMime;
}

/** Pictures made of pixels hold no program, so they may be shown inside our pages and others'. */
export const isPicture = (mime: string) => /^image\/(png|jpeg|gif|webp|avif)$/.test(mime);

/** A claimed type without its parameters; one that cannot be read is unknown. */
export const cleanMime = (claimed = "") =>
  /^\s*([\w.+-]{1,60}\/[\w.+-]{1,100})\s*(;|$)/.exec(claimed)?.[1]?.toLowerCase() ?? unknownMime;

const isText = (mime: string) =>
  mime.startsWith("text/") || /^(application|image)\/([\w.-]+\+)?(json|xml|yaml|x-yaml|rtf)$/.test(mime);
