import type { LateHandoffs } from "../../../conversation/late-in-words.ts";

/** One thing that was looked at, and how it is. */
export interface Check {
  name: string;
  state: "ok" | "warn" | "broken" | "off";
  /** One sentence: what was found or what to do. */
  detail: string;
}

/** What the settings in Slack need from the rest of the system. */
export interface AdminTools {
  /** Looks at every part; takes seconds. */
  doctor(): Promise<Check[]>;
  /** Makes a handoff nobody is bothered by, follows it all the way and cleans up. */
  testHandoff(by: string): Promise<Check[]>;
  /** What the assistant would do with a visitor's sentence, in words. */
  testTrigger(text: string): Promise<string>;
  /** What one more trigger phrase would have changed so far, in words; takes seconds. */
  replayTrigger(phrase: string): Promise<string>;
  /** Calls people for those who asked for them while live handoff was off; says for how many. */
  callForMissed(): Promise<LateHandoffs>;
  /** Sends one message to try email or SMS; resolves with what the provider answered, in words. */
  testNotification(way: "email" | "sms", recipient: string, by: string): Promise<string>;
  /** How each integration is: name → state and one sentence. */
  integrations(): Record<string, { state: string; detail: string }>;
}
