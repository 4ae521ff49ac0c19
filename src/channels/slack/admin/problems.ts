import { ZodError } from "zod";
import { Misunderstood } from "./asked.ts";

/** What is wrong with a value, in the words of the settings; anything else is not ours to explain. */
export function problemIn(error: unknown): string | undefined {
  if (error instanceof Misunderstood) return error.message;
  if (error instanceof ZodError) return [...new Set(error.issues.map(({ message }) => message))].join(" ");
  return undefined;
}
