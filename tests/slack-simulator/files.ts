import type { SlackFile } from "./message.ts";
import type { Slack } from "./slack.ts";
import type { StoredFile } from "./workspace.ts";

const kinds: Record<string, [mimetype: string, pretty: string]> = {
  png: ["image/png", "PNG"],
  jpg: ["image/jpeg", "JPEG"],
  jpeg: ["image/jpeg", "JPEG"],
  gif: ["image/gif", "GIF"],
  webp: ["image/webp", "WebP"],
  pdf: ["application/pdf", "PDF"],
  txt: ["text/plain", "Plain Text"],
  csv: ["text/csv", "CSV"],
  json: ["application/json", "JSON"],
  zip: ["application/zip", "Zip"],
};

/** Stores a file under a new id, with the private addresses Slack gives it. */
export function storeFile(
  slack: Slack,
  {
    name,
    content,
    user,
    mimetype,
    title,
    complete,
  }: {
    name: string;
    content: Buffer;
    user: string;
    mimetype?: string | undefined;
    title?: string;
    complete: boolean;
  },
): StoredFile {
  const { team, id: newId } = slack.workspace;
  const id = newId("F");
  const extension = name.split(".").pop()?.toLowerCase() ?? "";
  const [knownType, pretty] = kinds[extension] ?? ["application/octet-stream", "Binary"];
  const created = Math.floor(Date.now() / 1000);
  const path = `${slack.url}/files-pri/${team.id}-${id}`;
  const file: SlackFile = {
    id,
    created,
    timestamp: created,
    name,
    title: title ?? name,
    mimetype: mimetype ?? knownType,
    filetype: extension === "jpeg" ? "jpg" : extension || "binary",
    pretty_type: pretty,
    user,
    user_team: team.id,
    editable: false,
    size: content.length,
    mode: "hosted",
    is_external: false,
    external_type: "",
    is_public: true,
    public_url_shared: false,
    display_as_bot: false,
    username: "",
    url_private: `${path}/${encodeURIComponent(name)}`,
    url_private_download: `${path}/download/${encodeURIComponent(name)}`,
    permalink: `${slack.url}/files/${user}/${id}/${encodeURIComponent(name)}`,
    has_rich_preview: false,
    file_access: "visible",
  };
  const stored = { file, content, complete };
  slack.workspace.files.set(id, stored);
  return stored;
}
