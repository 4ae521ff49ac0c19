import { z } from "zod";
import type { Spot } from "../card/asking.ts";

const Memory = z.object({
  conversation: z.string(),
  channel: z.string(),
  thread: z.string().optional(),
});

/** What a modal remembers unseen: which conversation it is about, and where it was opened. */
export const toMemory = (conversationId: string, { channel, thread }: Spot): string =>
  JSON.stringify({ conversation: conversationId, channel, ...(thread ? { thread } : {}) });

export function fromMemory(metadata: string): { conversationId: string; spot: Spot } {
  const { conversation, channel, thread } = Memory.parse(JSON.parse(metadata));
  return { conversationId: conversation, spot: { channel, thread } };
}
