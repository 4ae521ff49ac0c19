import type { Conversations } from "../../../conversation/index.ts";
import type { AgentReply } from "../../../conversation/reply.ts";
import type { Threads } from "../../../conversation/threads.ts";
import type { ReplyEvent } from "./reply-event.ts";
import { encodeThread } from "./thread.ts";

export interface QuotingOptions {
  threads: Pick<Threads, "find">;
  conversations: Pick<Conversations, "note">;
}

export type QuoteWhereItGoesOn = ReturnType<typeof createQuoting>;

/** What is written in a thread the conversation has left still counts; who is in its new thread must see it there. */
export function createQuoting({ threads, conversations }: QuotingOptions) {
  return async (
    { channel, thread_ts: ts }: ReplyEvent,
    { conversationId, agent, text, files = [], source }: AgentReply,
    team: string,
  ): Promise<void> => {
    const current = await threads.find("slack", conversationId);
    if (!current || current === encodeThread({ team, channel, ts })) return;
    const words = [text, ...files.map(({ name }) => name)].filter(Boolean).join("\n");
    await conversations.note({
      conversationId,
      agent: { id: "slack", name: "Slack" },
      text: `${agent.name} wrote in the earlier thread:\n${words.replace(/^/gm, "> ")}`,
      source: { via: "slack-thread", externalId: `${source.externalId}#quoted` },
    });
  };
}
