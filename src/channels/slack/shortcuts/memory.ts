import { z } from "zod";
import type { Spot } from "../card/asking.ts";

const Memory = z.object({
  conversation: z.string(),
  channel: z.string(),
  thread: z.string().optional(),
  about: z.string().optional(),
});

/** What a modal remembers unseen. */
export interface Remembered {
  conversationId: string;
  /** Where it was opened. */
  spot: Spot;
  /** What in the conversation it is about. */
  about?: string | undefined;
}

export const toMemory = ({ conversationId, spot: { channel, thread }, about }: Remembered): string =>
  JSON.stringify({ conversation: conversationId, channel, thread, about });

export function fromMemory(metadata: string): Remembered {
  const { conversation, channel, thread, about } = Memory.parse(JSON.parse(metadata));
  return { conversationId: conversation, spot: { channel, thread }, about };
}
