import { createMemory } from "../../../memory.ts";

/** Says true the first time something is asked for, and again when `forMs` have passed: nobody is told the same thing twice. */
export function createOncePer() {
  const done = createMemory<true>({ max: 10_000 });

  return (key: string, forMs: number): boolean => {
    if (done.has(key)) return false;
    done.set(key, true, { ttl: forMs });
    return true;
  };
}

export type OncePer = ReturnType<typeof createOncePer>;
