import type { Agent } from "./conversation.ts";

/** Somebody as one place of work knows them. */
export interface Known {
  /** The id of the agent they are there: `slack:T1/U1`. */
  id: string;
  /** What people call them there. */
  name: string;
}

/**
 * Who is one agent: a member of the team and whoever they are at the other places of work. There is one id for them then,
 * the member's. It follows the address: one that both the place and the team have confirmed.
 */
export interface Identities {
  /** The one agent this is, as far as this process knows: the member, or themselves where they are none. */
  agentOf(agent: Agent): Agent;
  /** Where else a member works. */
  of(memberId: string): readonly Known[];
  /** The members whose address is confirmed, and who are not known under an id that begins like this. */
  strangersTo(prefix: string): Promise<{ id: string; email: string }[]>;
  /**
   * Takes what a place says of somebody's address: one that is confirmed, or undefined where theirs is to count for
   * nothing. Returns whether they are somebody else now.
   */
  recognise(somebody: Known, email: string | undefined): Promise<boolean>;
  /** Calls back when a member works elsewhere under other ids than before, on whichever node that was found. Returns how to stop. */
  follow(listener: (memberId: string) => void): () => void;
}

/** Where nobody is a member of the team. */
export const strangersOnly: Identities = {
  agentOf: (agent) => agent,
  of: () => [],
  strangersTo: async () => [],
  recognise: async () => false,
  follow: () => () => {},
};
