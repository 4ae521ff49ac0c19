import type { Conversations } from "../../../conversation/index.ts";
import type { AgentReply } from "../../../conversation/reply.ts";
import type { Source } from "../../../conversation/store.ts";
import type { Threads } from "../../../conversation/threads.ts";
import { createMemory } from "../../../memory.ts";
import { encodeThread, type SlackThread } from "./thread.ts";

export interface QuotingOptions {
  threads: Pick<Threads, "find">;
  conversations: Pick<Conversations, "note">;
}

export type Quoting = ReturnType<typeof createQuoting>;

/** What is written in a thread the conversation has left still counts; who is in its new thread must see it there. */
export function createQuoting({ threads, conversations }: QuotingOptions) {
  /** Where what was written lately stands: it may be held for a while. */
  const places = createMemory<string>({ max: 10_000 });

  return {
    wasWritten({ externalId }: Source, thread: SlackThread): void {
      places.set(externalId, encodeThread(thread));
    },

    /** After it was recorded, `as` it was. */
    async quote(
      { conversationId, agent, text, files = [], source }: AgentReply,
      as: "reply" | "note",
    ): Promise<void> {
      const place = places.get(source.externalId);
      const current = place && (await threads.find("slack", conversationId));
      if (!current || current === place) return;
      const words = [text, ...files.map(({ name }) => name)].filter(Boolean).join("\n");
      await conversations.note({
        conversationId,
        agent: { id: "slack", name: "Slack" },
        text: `${agent.name} ${as === "note" ? "noted" : "wrote"} in the earlier thread:\n${words.replace(/^/gm, "> ")}`,
        source: { via: "slack-thread", externalId: `${source.externalId}#quoted` },
      });
    },
  };
}
