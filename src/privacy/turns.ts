/** Work that one node does at a time, by its name, and that is done again so long after it was finished. */
export interface Turns {
  /**
   * Returns true to one node only, and until `until` (ms since 1970), when the work was last finished `everyMs` ago or
   * longer, or never. Whoever is stopped half-way leaves it to the next one then.
   */
  take(name: string, turn: { now: number; everyMs: number; until: number }): Promise<boolean>;
  /** Still at it. */
  keep(name: string, until: number): Promise<void>;
  finish(name: string, at: number): Promise<void>;
  /** Not finished: somebody else may go on at once. */
  leave(name: string): Promise<void>;
}
