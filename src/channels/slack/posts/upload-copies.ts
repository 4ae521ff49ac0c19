import type { Copies } from "../../../conversation/threads.ts";
import type { SlackThread } from "../replies/thread.ts";
import type { FileEntry } from "./entry.ts";

/** Apart from posts: an upload stands in a thread only once it was shared. */
const channel = "slack upload";

export interface Upload {
  /** Slack's. */
  fileId: string;
  /** Which of the message's parts it is. */
  part: number;
  /** It is known to stand in the thread. */
  isShared: boolean;
  externalId: string;
}

/** In place of the part an upload goes up to, until it stands in the thread. */
const notYet = 0;

export type UploadCopies = ReturnType<typeof createUploadCopies>;

/** Which file in Slack is which of a message's: remembered before it is shared, so that it is never shared twice. */
export function createUploadCopies(copies: Copies) {
  const placeOf = ({ team, channel }: SlackThread) => `${team}/${channel}/`;

  return {
    uploaded: (thread: SlackThread, conversationId: string, { position }: FileEntry, fileId: string) =>
      copies.add({
        ...{ channel, externalId: `${placeOf(thread)}${fileId}`, conversationId },
        ...{ from: position, to: { ...position, part: notYet } },
      }),

    shared: (thread: SlackThread, conversationId: string, { position }: FileEntry, fileId: string) =>
      copies.add({
        ...{ channel, externalId: `${placeOf(thread)}${fileId}`, conversationId },
        ...{ from: position, to: position },
      }),

    /** The uploads of the files of one message. */
    async of(thread: SlackThread, conversationId: string, seq: number): Promise<Upload[]> {
      const all = await copies.of(channel, conversationId, seq);
      return all
        .filter(({ externalId }) => externalId.startsWith(placeOf(thread)))
        .map(({ externalId, from: { part }, to }) => ({
          ...{ externalId, part, fileId: externalId.slice(placeOf(thread).length) },
          isShared: to.part !== notYet,
        }));
    },

    forget: ({ externalId }: Upload) => copies.remove(channel, externalId),
  };
}
