import type { ConversationEvent } from "../../../conversation/events.ts";
import type { Conversations } from "../../../conversation/index.ts";

/** Neither Slack's nor the inbox's own: so that Slack hears of it, and does what it says. */
const via = "slack-thread";

const lost = "lost";

export interface Notice {
  conversationId: string;
  /** The thread to leave, as it is stored. */
  thread: string;
  text: string;
  /** "lost", or where it goes. */
  why: string;
}

/** Says in the conversation that its thread must move, which also wakes the lane that moves it. Said once, by whichever node. */
export const giveNotice = (
  conversations: Pick<Conversations, "note">,
  { conversationId, thread, text, why }: Notice,
) =>
  conversations.note({
    conversationId,
    agent: { id: "slack", name: "Slack" },
    text,
    source: { via, externalId: `${thread}#${why}` },
  });

export const noticeOfLoss = (conversationId: string, thread: string): Notice => ({
  ...{ conversationId, thread, why: lost },
  text: "The first message of this conversation's Slack thread was deleted. It goes on in a new thread.",
});

export const noticeOfOtherApp = (conversationId: string, thread: string): Notice => ({
  ...{ conversationId, thread, why: lost },
  text: "This conversation's Slack thread belongs to an app that was here before, so its buttons do nothing any more. It goes on in a new thread.",
});

export const noticeOfMove = (conversationId: string, thread: string, to: string): Notice => ({
  ...{ conversationId, thread, why: to },
  text: "This conversation belongs in another Slack channel now. It goes on there, in a new thread.",
});

/** Whether one of these events says that a thread is lost. */
export const saysLost = (events: readonly ConversationEvent[], thread: string): boolean =>
  events.some((event) => event.via === via && event.externalId === `${thread}#${lost}`);
