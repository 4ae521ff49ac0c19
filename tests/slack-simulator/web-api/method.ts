import type { Slack } from "../slack.ts";
import type { Args } from "./args.ts";

/** One method of the Web API. */
export interface Method {
  /** Any one of these scopes suffices; none: every token may call it. */
  scopes?: string[];
  /** Whose token it takes; default the bot's. */
  token?: "bot" | "app" | "none";
  run(slack: Slack, args: Args): Record<string, unknown> | Promise<Record<string, unknown>>;
}

export type Methods = Record<string, Method>;
