import type { KnownBlock } from "@slack/types";
import type { Log } from "../../../log.ts";
import type { WebApi } from "./web-api.ts";

export interface Whisper {
  channel: string;
  user: string;
  text: string;
  /** The thread it appears in; the channel when left out. */
  thread?: string | undefined;
  /** How it looks; `text` is what notifications and screen readers say then. */
  blocks?: KnownBlock[] | undefined;
}

export type Whispers = ReturnType<typeof createWhispers>;

/** Tells one person something that concerns nobody else. Best effort: what they did is already done or refused. */
export function createWhispers({ api, log }: { api: WebApi; log: Log }) {
  return ({ channel, user, text, thread, blocks }: Whisper): void => {
    api
      .whisper({
        channel,
        user,
        text,
        ...(thread ? { thread_ts: thread } : {}),
        ...(blocks ? { blocks } : {}),
      })
      .catch((error: unknown) => log.warn("slack: somebody could not be told", { channel, user, error }));
  };
}
