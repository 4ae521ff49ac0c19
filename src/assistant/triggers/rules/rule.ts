/** One way of asking for a person, over the kinds of word a message is made of. */
export interface Rule {
  /** For people to read: "asks-for-a-person". */
  name: string;
  level: "connect" | "offer";
  confidence: number;
  pattern: RegExp;
}
