import { NotBefore, Refused } from "../../conversation/ports.ts";
import type { Health } from "./health.ts";
import { troubleOf } from "./trouble.ts";

export type Calls = ReturnType<typeof createCalls>;

/** Makes calls to Slack and says what their failure means: come back later, ask a person, or try again. */
export function createCalls({ health, now }: { health: Health; now: () => number }) {
  return {
    async make<T>(call: () => Promise<T>): Promise<T> {
      try {
        return await call();
      } catch (error) {
        throw meaningOf(error);
      }
    },
  };

  function meaningOf(error: unknown): unknown {
    const trouble = troubleOf(error);
    switch (trouble.kind) {
      case "wait":
        return new NotBefore(now() + trouble.seconds * 1000, "Slack asked to wait.");
      case "refused":
        if (!aboutOneThread.has(trouble.code)) health.broken(trouble.remedy);
        return new Refused(trouble.remedy);
      case "content":
      case "passing":
        return error;
    }
  }
}

/** These say nothing about the other threads. */
const aboutOneThread = new Set([
  "thread_not_found",
  "cannot_reply_to_message",
  "restricted_action_thread_locked",
]);
