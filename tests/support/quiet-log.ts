import type { Log } from "../../src/log.ts";

export interface Logged {
  level: keyof Log;
  message: string;
  fields: Record<string, unknown> | undefined;
}

/** A log that is read by the test instead of printed. */
export function quietLog(): Log & { entries: Logged[] } {
  const entries: Logged[] = [];
  const at =
    (level: keyof Log) =>
    (message: string, fields?: Record<string, unknown>): void =>
      void entries.push({ level, message, fields });
  return { entries, debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
