import { ConversationError } from "../../../conversation/errors.ts";
import { createTurns } from "../../../conversation/turns.ts";
import { escaped, unescaped } from "../text/escape.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Deletions } from "./deletions.ts";
import type { Edits } from "./edits.ts";
import type { TellIfErased } from "./erased-threads.ts";
import type { Failing } from "./failing.ts";
import type { Guests } from "./guests.ts";
import { noteIn } from "./note-prefix.ts";
import { createOncePer } from "./once-per.ts";
import type { MessageEvent, ReplyEvent, SlackMessage } from "./reply-event.ts";
import type { TakeReply } from "./take-reply.ts";
import type { SlackThread } from "./thread.ts";
import type { ThreadLookup } from "./thread-lookup.ts";
import { type Happened, whatHappened } from "./what-happened.ts";

export interface HearingOptions {
  threadLookup: ThreadLookup;
  tellIfErased: TellIfErased;
  guests: Guests;
  takeReply: TakeReply;
  edit: Edits;
  remove: Deletions;
  /** The card of a thread of ours was deleted. */
  rootDeleted: (thread: SlackThread) => Promise<void> | void;
  failing: Pick<Failing, "refused" | "lost">;
}

export interface Circumstances {
  /** How often Slack has sent it before. */
  retries?: number | undefined;
  /** Found in the thread later, rather than sent by Slack. */
  isMissed?: boolean | undefined;
}

export type Hearing = ReturnType<typeof createHearing>;

/** Slack tries three times more; after that only looking for what was missed can help. */
const lastRetry = 3;
const rememberedMs = 3_600_000;

/** What happens in threads, in the order of each thread. What throws was not stored and has to come again. */
export function createHearing({
  threadLookup,
  tellIfErased,
  guests,
  takeReply,
  edit,
  remove,
  rootDeleted,
  failing,
}: HearingOptions) {
  const inTurn = createTurns();
  const oncePer = createOncePer();

  return (message: MessageEvent, workspace: Workspace, how: Circumstances = {}): Promise<void> =>
    inTurn(`${message.channel}/${rootOf(message)}`, async () => {
      const { botUserId } = await workspace.identity();
      const happened = whatHappened(message, botUserId);
      if (happened) await take(happened, workspace, how);
    });

  async function take(happened: Happened, workspace: Workspace, how: Circumstances): Promise<void> {
    switch (happened.type) {
      case "reply":
        return authored(happened.reply, { workspace, how }, (conversationId) =>
          takeReply(happened.reply, conversationId, workspace),
        );
      case "edit":
        return authored(happened.reply, { workspace, how }, (conversationId) =>
          edit({ ...happened, wasMarked: wasMarked(happened.before) }, conversationId, workspace),
        );
      case "deletion":
        return remove(happened, workspace);
      case "rootDeleted": {
        const { teamId: team } = await workspace.identity();
        return rootDeleted({ team, ...happened.root });
      }
    }
  }

  /** `act` returns what the author should know of. */
  async function authored(
    reply: ReplyEvent,
    { workspace, how }: { workspace: Workspace; how: Circumstances },
    act: (conversationId: string) => Promise<string[]>,
  ): Promise<void> {
    const conversationId = await threadLookup(reply, workspace);
    if (!conversationId) return tellIfErased(reply, workspace);
    if (!(await guests.mayAct(reply, workspace))) {
      if (!how.isMissed) guests.tell(reply, workspace);
      return;
    }
    try {
      for (const text of await act(conversationId)) tell(text, reply, workspace);
    } catch (error) {
      if (error instanceof ConversationError) return failing.refused(reply, workspace, error);
      if ((how.retries ?? 0) >= lastRetry) await failing.lost(reply, workspace);
      throw error;
    }
  }

  function tell(
    text: string,
    { channel, ts, user, thread_ts: thread }: ReplyEvent,
    workspace: Workspace,
  ): void {
    if (oncePer(`${channel}/${ts}/${text}`, rememberedMs))
      workspace.whisper({ channel, user, thread, text: escaped(text) });
  }
}

const rootOf = ({ ts, thread_ts, message, previous_message }: MessageEvent) =>
  thread_ts ?? message?.thread_ts ?? previous_message?.thread_ts ?? ts;

const wasMarked = (before: SlackMessage | undefined) =>
  before?.text === undefined ? undefined : noteIn(unescaped(before.text)) !== undefined;
