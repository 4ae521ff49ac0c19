import { memoryPrefix } from "./memory-prefix.ts";

/** Whether this visitor wrote before: what was answered meanwhile is worth loading everything at once. */
export function hasBeenHere(siteKey: string): boolean {
  try {
    return Object.keys(localStorage).some((name) => name.startsWith(memoryPrefix(siteKey)));
  } catch {
    return false;
  }
}
