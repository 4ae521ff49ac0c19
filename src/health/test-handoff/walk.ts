import { broken, type Check, type Found, off, ok } from "../check.ts";
import type { Discreet } from "../discreet.ts";

export interface WalkOptions {
  /** Told of each step as soon as it is known. */
  tell: (check: Check) => void;
  discreet: Discreet;
}

export type Walk = ReturnType<typeof createWalk>;

/** Steps one after the other: when one fails, those that build on it are not tried. */
export function createWalk({ tell, discreet }: WalkOptions) {
  const checks: Check[] = [];
  let failed: string | undefined;

  async function found(name: string, act: () => Promise<Found | string>): Promise<void> {
    const answer = await act().catch((error: unknown) => broken(wordsOf(error)));
    const { state, detail } = typeof answer === "string" ? ok(answer) : answer;
    if (state === "broken") failed ??= name;
    note({ name, state, detail: discreet(detail) });
  }

  function note(check: Check): void {
    checks.push(check);
    tell(check);
  }

  return {
    checks,

    /** What it returns is told as good; what it throws is told as broken. */
    async step(name: string, act: () => Promise<Found | string>): Promise<void> {
      if (failed === undefined) await found(name, act);
      else note({ name, ...off(`Not tried, because “${failed}” failed.`) });
    },

    /** Whatever happened before. */
    always: found,
  };
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
