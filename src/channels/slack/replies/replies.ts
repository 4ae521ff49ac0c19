import type { HeldReplies } from "../../../conversation/held-replies.ts";
import type { Conversations } from "../../../conversation/index.ts";
import type { ConversationStore } from "../../../conversation/store.ts";
import type { Copies, Threads } from "../../../conversation/threads.ts";
import type { Traces } from "../../../conversation/traces.ts";
import type { Log } from "../../../log.ts";
import type { SettingsDesk } from "../../../settings/index.ts";
import type { Cards } from "../card/cards.ts";
import type { Receipts } from "../receipts/receipts.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import { createAnswers } from "./answers.ts";
import { createAsking } from "./asking.ts";
import { createCatchUp } from "./catch-up.ts";
import { createDeletedFiles } from "./deleted-files.ts";
import { createDeletions } from "./deletions.ts";
import { createEdits } from "./edits.ts";
import { createTellIfErased } from "./erased-threads.ts";
import { createFailing } from "./failing.ts";
import { createGuests } from "./guests.ts";
import { createHearOf } from "./hear-of.ts";
import { createHearing } from "./hearing.ts";
import { createIncomingFiles, type FileShelf } from "./incoming-files.ts";
import { createLocks } from "./locks.ts";
import { createQuoting } from "./quoted-where-it-goes-on.ts";
import { createRecheck } from "./recheck.ts";
import { createRecording } from "./recording.ts";
import { createReleases } from "./releases.ts";
import { createRetry } from "./retry.ts";
import { createSendHeld } from "./send-held.ts";
import type { SlackFiles } from "./slack-files.ts";
import { createTakeReply } from "./take-reply.ts";
import { createTelling } from "./telling.ts";
import type { SlackThread } from "./thread.ts";
import { createThreadLookup } from "./thread-lookup.ts";

export interface RepliesOptions {
  workspaces: Workspaces;
  conversations: Conversations;
  store: ConversationStore;
  threads: Threads;
  copies: Copies;
  heldReplies: HeldReplies;
  traces: Traces;
  settings: SettingsDesk;
  cards: Cards;
  files?: FileShelf | undefined;
  slackFiles: SlackFiles;
  log: Log;
  now: () => number;
  /** The root of a thread was deleted. Called again while that stays so. */
  rootDeleted?: ((thread: SlackThread) => Promise<void> | void) | undefined;
  /** Marks a reply that did not reach the visitor and tells its author. */
  failed: Receipts["failed"];
  /** Between looks for what was missed, and between two reads of one look. */
  catchUp?: { everyMs: number; betweenMs: number } | undefined;
}

export type Replies = ReturnType<typeof createReplies>;

/** What people write, edit, delete and lock in threads: the visitor's, or the team's. */
export function createReplies({ rootDeleted = () => {}, ...slack }: RepliesOptions) {
  const { threads, log } = slack;
  const tell = createTelling({ threads, log });
  const threadLookup = createThreadLookup(slack);
  const guests = createGuests(slack);
  const incomingFiles = createIncomingFiles({ ...slack, shelf: slack.files });
  const quoting = createQuoting(slack);
  const recording = createRecording({ ...slack, incomingFiles, tell, quoting });
  const asking = createAsking({ ...slack, tell });
  const sendHeld = createSendHeld({ ...slack, recording });
  const failing = createFailing(slack);
  const releases = createReleases({ ...slack, sendHeld, failing, recheck: (...what) => recheck(...what) });
  const locks = createLocks({ ...slack, recording, guests, tell, hearOf: (...what) => hearOf(...what) });
  const parts = { ...slack, incomingFiles, recording, asking, releases, quoting };
  const takeReply = createTakeReply({ ...parts, isLocked: locks.isLocked });
  const hear = createHearing({
    ...{ threadLookup, guests, takeReply, rootDeleted, failing },
    tellIfErased: createTellIfErased(slack),
    edit: createEdits({ ...parts, takeReply }),
    remove: createDeletions({ ...slack, threadLookup, guests }),
  });
  const recheck = createRecheck(hear);
  const hearOf = createHearOf(hear);
  const catchUp = createCatchUp({
    ...{ ...slack, hear, recheck, rootDeleted },
    pace: slack.catchUp ?? { everyMs: 5 * 60_000, betweenMs: 1_000 },
  });

  return {
    hear,
    react: locks.react,
    answer: createAnswers({ ...slack, recording, sendHeld }),
    fileDeleted: createDeletedFiles({ ...slack, incomingFiles }),
    retry: createRetry({ ...slack, hearOf }),
    /** Something may have been missed: the connection to Slack was gone for a while. */
    catchUp: catchUp.soon,

    start(): void {
      releases.start();
      catchUp.start();
    },

    async stop(): Promise<void> {
      asking.stop();
      await Promise.all([releases.stop(), catchUp.stop()]);
    },
  };
}
