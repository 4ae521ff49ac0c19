import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "../../log.ts";

/** Our log in the form Slack's packages want. Their `info` is our `debug`: it is about them, not about us. */
export function slackLogger(log: Log): Logger {
  const sentence = (parts: unknown[]) => `slack: ${parts.map(String).join(" ")}`;
  return {
    debug: () => {},
    info: (...parts: unknown[]) => log.debug(sentence(parts)),
    warn: (...parts: unknown[]) => log.warn(sentence(parts)),
    error: (...parts: unknown[]) => log.error(sentence(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
