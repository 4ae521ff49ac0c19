import { broken, type Check, type Found, type Look } from "./check.ts";
import type { Discreet } from "./discreet.ts";
import { within } from "./within.ts";

export interface ExamineOptions {
  /** What takes longer is broken. */
  timeoutMs: number;
  discreet: Discreet;
}

/** Looks at everything side by side, in the time the slowest takes; what hangs or fails spoils nothing but itself. */
export function examine(looks: readonly Look[], { timeoutMs, discreet }: ExamineOptions): Promise<Check[]> {
  return Promise.all(
    looks.map(async ({ name, look }) => {
      const late = `No answer within ${timeoutMs / 1_000} s.`;
      const found = await within(timeoutMs, late, look).catch(
        (error: unknown): Found => broken(words(error)),
      );
      return { name, ...found, detail: discreet(found.detail) };
    }),
  );
}

const words = (error: unknown) => (error instanceof Error ? error.message : String(error));
