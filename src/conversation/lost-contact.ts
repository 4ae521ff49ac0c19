/** How a visitor who has left is answered. */
export type ContactWay = "email" | "sms";

/** Why nothing that is sent to a visitor arrives, or the last of it did not. */
export interface LostContact {
  way: ContactWay;
  /** Their address or number. */
  recipient: string;
  /**
   * `bounced`: the address is dead. `invalid`: the number is none that gets SMS. `opted-out`: they want no more.
   * `undelivered`: what was sent last did not arrive; the next may.
   */
  reason: "bounced" | "invalid" | "opted-out" | "undelivered";
  /** For the team: what the provider said. */
  words: string;
}

/** Nothing sent there will ever arrive. */
export const isForGood = ({ reason }: LostContact) => reason !== "undelivered";

/** The visitor does not know it themselves, and would wait there. */
export const isNewsToVisitor = ({ reason }: LostContact) => reason === "bounced" || reason === "invalid";
