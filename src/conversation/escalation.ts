/** What is done when nobody has answered for a while. */
export interface Escalation {
  /**
   * `mention`, `direct`: people are called in the thread, or by a direct message. `sms`, `email`: those who are named for it
   * are told once more. `contact`: the visitor is asked where to answer them. `assistant`: the assistant goes on.
   */
  kind: "mention" | "direct" | "sms" | "email" | "contact" | "assistant";
  /** After the handoff. */
  minutes: number;
  /** Of those who are called, in the words of the channel that calls them: Slack's `S…` for a group, `U…` for a person. */
  who: string[];
}
