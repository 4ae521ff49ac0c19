import { vi } from "vitest";

/** How long what must happen is waited for: long, for machines are busy. What has happened is not waited for. */
export const patienceMs = 90_000;

/** Looks again and again until `look` throws no more, and gives what it gave. */
export const waitFor = <T>(look: () => T | Promise<T>, everyMs = 50): Promise<T> =>
  vi.waitFor(look, { timeout: patienceMs, interval: everyMs });

/** Looks again and again until the answer is yes. */
export const waitUntil = <T>(look: () => T | Promise<T>): Promise<T> =>
  vi.waitUntil(look, { timeout: patienceMs, interval: 50 }) as Promise<T>;
