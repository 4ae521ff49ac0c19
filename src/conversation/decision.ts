/** Why a conversation goes to people: kept with the handoff and shown wherever people read about it. */
export interface Decision {
  /** Who or what decided: the visitor's button, a rule on the visitor's words, the model, its failure, or an agent. */
  by: "button" | "rule" | "model" | "failure" | "agent";
  /** One line for people: "Asked for a person", "The assistant could not answer". */
  reason: string;
  /** Which rule, by its short name: "asks-for-a-person". */
  rule?: string | undefined;
  /** The words that matched, where words did. */
  matched?: string | undefined;
  /** 0 to 1, where the decider can tell. */
  confidence?: number | undefined;
  /** What the visitor needs, by the model; absent without one. */
  summary?: string | undefined;
  urgency?: "low" | "normal" | "high" | undefined;
  /** The visitor took up an offer: what had led to that. */
  afterOffer?: Decision | undefined;
}
