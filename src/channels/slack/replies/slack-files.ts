import { createMemory } from "../../../memory.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import { download } from "./download.ts";
import type { FileInMessage } from "./reply-event.ts";

export interface SlackFilesOptions {
  workspaces: Workspaces;
  /** Where Slack is, if not at slack.com: its host may see the token too. */
  apiUrl?: string | undefined;
  fetch?: typeof fetch | undefined;
}

export type SlackFiles = ReturnType<typeof createSlackFiles>;

/** Brings the bytes of files that people shared in threads. Their `origin` is `team/file id`. */
export function createSlackFiles({ workspaces, apiUrl, fetch = globalThis.fetch }: SlackFilesOptions) {
  const known = createMemory<FileInMessage>({ max: 1_000, ttl: 3_600_000 });
  const isTrusted = trustIn(apiUrl);

  return {
    /** Saves asking for what an event has just said. */
    remember: (origin: string, file: FileInMessage) => void known.set(origin, file),

    async fetch(origin: string, signal: AbortSignal) {
      const [teamId = "", fileId = ""] = origin.split("/");
      const workspace = await workspaces.byTeam(teamId);
      if (!workspace) throw new Error(`The app is no longer in the Slack workspace ${teamId}.`);
      const { api, calls } = workspace;
      const file = known.get(origin) ?? (await calls.make(() => api.file(fileId)));
      const url = file?.url_private_download;
      if (!url) throw new Error("Slack no longer has this file.");

      const { body, mime, size, isAttachment } = await download({
        ...{ url, token: api.token, isTrusted, fetch, signal },
      });
      const isThePage = isPage(file.mimetype) && size === file.size;
      if (isPage(mime) && !isAttachment && !isThePage)
        throw new Error(
          "Slack answered with its sign-in page instead of the file. Give the app the permission files:read and install it again.",
        );
      return { body, mime: mime || file.mimetype };
    },
  };
}

const isPage = (mime = "") => /^(text\/html|application\/xhtml)/i.test(mime);

function trustIn(apiUrl: string | undefined): (url: URL) => boolean {
  const own = apiUrl ? new URL(apiUrl).host : undefined;
  return ({ protocol, host, hostname }) =>
    host === own || (protocol === "https:" && (hostname === "slack.com" || hostname.endsWith(".slack.com")));
}
