import { NotBefore } from "../../../conversation/listener.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { SlackMessage } from "./reply-event.ts";
import type { SlackThread } from "./thread.ts";

/** The most some apps are given at once. */
const perPage = 15;

export interface PagesOptions {
  now: () => number;
  /** Between two calls. */
  betweenMs: number;
  signal: AbortSignal;
}

/** Reads threads page by page, as slowly as Slack likes it, and waits when Slack says so. */
export function createPages({ now, betweenMs, signal }: PagesOptions) {
  /** Everything at or after `oldest`, the root first. Throws what the call threw, or when it was aborted. */
  return async (thread: SlackThread, oldest: string, { api, calls }: Workspace): Promise<SlackMessage[]> => {
    const messages: SlackMessage[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await patiently(() =>
        calls.make(() =>
          api.replies({
            ...{ channel: thread.channel, ts: thread.ts, oldest, limit: perPage },
            ...(cursor ? { cursor } : {}),
          }),
        ),
      );
      messages.push(...(page.messages ?? []));
      cursor = page.has_more ? page.response_metadata?.next_cursor : undefined;
      await pause(betweenMs);
      if (!cursor) return messages;
    }
  };

  async function patiently<T>(call: () => Promise<T>): Promise<T> {
    for (;;) {
      signal.throwIfAborted();
      try {
        return await call();
      } catch (error) {
        if (!(error instanceof NotBefore)) throw error;
        await pause(error.at - now());
      }
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, signal.aborted ? 0 : Math.max(0, ms));
      signal.addEventListener("abort", end, { once: true });
    });
  }
}
