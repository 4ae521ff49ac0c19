import { Readable } from "node:stream";
import type { Workspace } from "../workspace/workspace.ts";

/** A file whose bytes are here. */
export interface OpenedFile {
  name: string;
  /** In bytes. */
  size: number;
  read(): Readable;
}

const withinMs = 5 * 60_000;

/** Brings a file's bytes to Slack; nobody sees it there until it is shared. Returns Slack's id of it. */
export async function upload(
  file: OpenedFile,
  { api, calls }: Workspace,
  post: typeof fetch = fetch,
): Promise<string> {
  const { upload_url: url, file_id: id } = await calls.make(() =>
    api.uploadUrl({ filename: file.name, length: file.size }),
  );
  if (!url || !id) throw new Error("Slack did not say where to send the file.");

  const sending: RequestInit & { duplex: "half" } = {
    method: "POST",
    body: Readable.toWeb(file.read()) as ReadableStream,
    duplex: "half",
    headers: { "content-type": "application/octet-stream", "content-length": String(file.size) },
    signal: AbortSignal.timeout(withinMs),
  };
  const { ok, status } = await post(url, sending);
  if (!ok) throw new Error(`Slack did not take the file: status ${status}.`);
  return id;
}
