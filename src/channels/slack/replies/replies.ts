import { ConversationError } from "../../../conversation/errors.ts";
import type { Conversations } from "../../../conversation/index.ts";
import { createTurns } from "../../../conversation/turns.ts";
import type { Cards } from "../card/cards.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { noteIn } from "./note-prefix.ts";
import { isReply, type MessageEvent, type ReplyEvent } from "./reply-event.ts";
import { encodeThread } from "./thread.ts";
import type { ThreadLookup } from "./thread-lookup.ts";
import { written } from "./written.ts";

export interface RepliesOptions {
  conversations: Conversations;
  threadLookup: ThreadLookup;
  cards: Cards;
}

/** What an agent writes in a thread goes to the visitor, or stays with the team when it is marked as a note. */
export function createReplies(slack: RepliesOptions) {
  const { conversations, threadLookup, cards } = slack;
  const inTurn = createTurns();

  return (message: MessageEvent, workspace: Workspace): Promise<void> =>
    inTurn(`${message.channel}/${message.thread_ts ?? message.ts}`, () => take(message, workspace));

  async function take(message: MessageEvent, workspace: Workspace): Promise<void> {
    const { botUserId } = await workspace.identity();
    if (!isReply(message, botUserId)) return;
    const conversationId = await threadLookup(message, workspace);
    if (!conversationId) return;

    const tell = ({ channel, user, thread_ts: thread }: ReplyEvent, text: string) =>
      workspace.whisper({ channel, user, thread, text });
    try {
      await relay(message, conversationId, workspace);
      void cards.refresh(conversationId);
    } catch (error) {
      if (!(error instanceof ConversationError)) throw error;
      tell(message, refusal(error, message));
      return;
    }
    if (message.files?.length) tell(message, filesStay);
  }

  async function relay(
    message: ReplyEvent,
    conversationId: string,
    { directory, identity }: Workspace,
  ): Promise<void> {
    const { user, channel, ts } = message;
    const { teamId } = await identity();
    const [agent, text] = await Promise.all([directory.agent(teamId, user), written(message, directory)]);
    const source = { via: "slack", externalId: encodeThread({ team: teamId, channel, ts }) };
    const note = noteIn(text);
    if (note === undefined) await conversations.reply({ conversationId, agent, text, source });
    else await conversations.note({ conversationId, agent, text: note, source });
  }
}

const filesStay =
  "Files are not passed on to the visitor yet: only your text was sent. Put a link into a message instead.";

function refusal(error: ConversationError, { files }: ReplyEvent): string {
  if (error.code === "closed")
    return "This conversation is closed, so the visitor did not get your message. Press Reopen on the card at the top of this thread, then send it again.";
  if (error.code === "empty" && files?.length)
    return filesStay.replace("only your text was sent", "nothing was sent");
  return `Your message was not sent to the visitor. ${error.message}`;
}
