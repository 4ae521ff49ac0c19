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

export type Removed = { found?: readonly Copy[] | undefined } & (
  | { fate: Fate }
  /** Not done yet: asked again then (ms since 1970), it goes on. What was found so far is kept. */
  | { notBefore: number }
);
