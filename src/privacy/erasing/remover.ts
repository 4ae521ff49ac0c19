import type { Copy, Fate } from "./ports.ts";

/** Removes copies from where they are. Each may be asked for more than once, by any node, after any crash. */
export interface Remover {
  /** The places it knows. */
  places: readonly Copy["place"][];
  /**
   * What became of a copy, and what else was found there. Throws `NotBefore` to be asked again then; anything else to be
   * asked again with backoff.
   */
  remove(copy: Copy): Promise<Removed>;
}

export interface Removed {
  fate: Fate;
  found?: readonly Copy[] | undefined;
}
