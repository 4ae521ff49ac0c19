import type { SlackThread } from "../replies/thread.ts";
import type { Calls } from "../workspace/calls.ts";
import type { Place } from "../workspace/door.ts";
import { type Identity, isOurs } from "../workspace/identity.ts";
import type { WebApi } from "../workspace/web-api.ts";
import { fromMetadata, type Mark } from "./metadata.ts";

export type ReadBack = ReturnType<typeof createReadBack>;

/** What of ours stands in a thread. */
export interface Found {
  posts: { ts: string; mark: Mark }[];
  /** Slack's ids of the files we brought. */
  files: Set<string>;
}

/** Finds out what already stands in Slack when an answer got lost on the way. */
export function createReadBack({ api, calls }: { api: WebApi; calls: Calls }) {
  return {
    async inThread(thread: SlackThread, conversationId: string, self: Identity): Promise<Found> {
      const found: Found = { posts: [], files: new Set() };
      for (let cursor: string | undefined; ; ) {
        const page = await calls.make(() =>
          api.replies({ channel: thread.channel, ts: thread.ts, ...(cursor ? { cursor } : {}) }),
        );
        for (const message of page.messages ?? []) {
          const mark = ourMark(message, self);
          if (message.ts && mark?.conversation === conversationId && mark.to.seq > 0)
            found.posts.push({ ts: message.ts, mark });
          if (isOurs(message, self)) for (const { id } of message.files ?? []) if (id) found.files.add(id);
        }
        cursor = page.response_metadata?.next_cursor;
        if (!cursor) return found;
      }
    },

    /** The `ts` of a root that was posted without our learning of it. */
    async orphanRoot(conversationId: string, sinceMs: number, place: Place): Promise<string | undefined> {
      const oldest = String(Math.floor(sinceMs / 1000) - 300);
      for (let cursor: string | undefined; ; ) {
        const page = await calls.make(() =>
          api.history({ channel: place.channel.id, oldest, ...(cursor ? { cursor } : {}) }),
        );
        const root = page.messages?.find((message) => {
          const mark = ourMark(message, place);
          return mark?.conversation === conversationId && mark.to.seq === 0;
        });
        if (root?.ts) return root.ts;
        cursor = page.response_metadata?.next_cursor;
        if (!cursor) return undefined;
      }
    },
  };
}

interface Returned {
  bot_id?: string;
  user?: string;
  metadata?: { event_type?: string; event_payload?: object };
}

/** Other apps could copy our metadata; what they post is not what we have said. */
const ourMark = (message: Returned, self: Identity): Mark | undefined =>
  isOurs(message, self) ? fromMetadata(message.metadata) : undefined;
