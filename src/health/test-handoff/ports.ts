import type { Found } from "../check.ts";

/** The thread of a test handoff in Slack, as the test needs it. Everything throws in words. */
export interface TestThread {
  /** Whether everything up to event `seq` was posted. */
  isPosted(conversationId: string, seq: number): Promise<boolean>;
  /** Reads the thread back; says what stands there. */
  readBack(conversationId: string): Promise<string>;
  /** Whether Slack has told us of anything since then, such as of our own post. */
  hasHeard(conversationId: string, since: number): Promise<boolean>;
  /** Answers in the thread, as if Slack told us of it. */
  reply(conversationId: string, text: string, serverUrl: string): Promise<void>;
  /** Takes everything out of Slack again. */
  remove(conversationId: string): Promise<Found>;
}
