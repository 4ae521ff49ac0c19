import { NotBefore } from "../../../conversation/listener.ts";
import { createMemory } from "../../../memory.ts";
import type { Copy } from "../../../privacy/erasing/ports.ts";
import type { Removed } from "../../../privacy/erasing/remover.ts";
import { encodeThread, type SlackThread } from "../replies/thread.ts";
import { type Identity, isOurs } from "../workspace/identity.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { fateOf, linkOr } from "./refusals.ts";

interface FoundMessage {
  ts?: string | undefined;
  user?: string;
  bot_id?: string;
  files?: { id?: string | undefined }[] | undefined;
}

/**
 * Finds what nobody wrote down: notices, uploads, and what people wrote. Some apps may read a page of a few messages once a
 * minute, so whoever has to wait goes on where they were.
 */
export function createLookingThrough() {
  const reached = createMemory<string>({ max: 1_000 });

  return async ({ api, calls, identity }: Workspace, thread: SlackThread): Promise<Removed> => {
    const { channel, ts } = thread;
    const key = encodeThread(thread);
    const found: Copy[] = [];
    try {
      const self = await identity();
      for (let cursor = reached.get(key); ; ) {
        const page = await calls.make(() => api.replies({ channel, ts, ...(cursor ? { cursor } : {}) }));
        for (const message of page.messages ?? []) found.push(...copiesIn(message, thread, self));
        cursor = page.response_metadata?.next_cursor;
        if (!cursor) break;
        reached.set(key, cursor);
      }
      reached.delete(key);
      return { fate: { state: "gone" }, found };
    } catch (error) {
      if (error instanceof NotBefore) return { notBefore: error.at, found };
      const fate = await fateOf(error, () => linkOr(() => calls.make(() => api.permalink(thread)), thread));
      if (fate.state === "gone") return { fate, found };
      const reason = `The app could not look through this thread for what is left there. ${fate.reason}`;
      return { fate: { ...fate, reason }, found };
    }
  };
}

function copiesIn(message: FoundMessage, thread: SlackThread, self: Identity): Copy[] {
  if (!message.ts || isTombstone(message)) return [];
  const externalId = encodeThread({ ...thread, ts: message.ts });
  if (!isOurs(message, self)) return [{ place: "slack/message", externalId }];
  const files = (message.files ?? []).flatMap(({ id }): Copy[] =>
    id ? [{ place: "slack/file", externalId: encodeThread({ ...thread, ts: id }) }] : [],
  );
  return [{ place: "slack/post", externalId }, ...files];
}

/** In the place of a root that is gone while people's replies are there. */
const isTombstone = (message: object) => "subtype" in message && message.subtype === "tombstone";
