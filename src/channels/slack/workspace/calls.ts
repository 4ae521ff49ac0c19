import { NotBefore, Refused } from "../../../conversation/listener.ts";
import { troubleOf } from "./trouble.ts";

/** Slack said no, and will go on saying so until a person does what the message says. */
export class SlackRefused extends Refused {
  /** Slack's own word for it. */
  readonly code: string;

  constructor(code: string, remedy: string) {
    super(remedy);
    this.code = code;
  }
}

export type Calls = ReturnType<typeof createCalls>;

/** Makes calls to Slack and says what their failure means: come back later, ask a person, or try again. */
export function createCalls({ now }: { now: () => number }) {
  let isTokenRefused = false;

  return {
    async make<T>(call: () => Promise<T>): Promise<T> {
      try {
        const answer = await call();
        isTokenRefused = false;
        return answer;
      } catch (error) {
        const meaning = meaningOf(error);
        if (meaning instanceof SlackRefused) isTokenRefused = aboutToken.has(meaning.code);
        throw meaning;
      }
    },

    /** Slack did not accept our token when it was last asked anything. */
    isTokenRefused: () => isTokenRefused,
  };

  function meaningOf(error: unknown): unknown {
    const trouble = troubleOf(error);
    switch (trouble.kind) {
      case "wait":
        return new NotBefore(now() + trouble.seconds * 1000, "Slack asked to wait.");
      case "refused":
        return new SlackRefused(trouble.code, trouble.remedy);
      case "content":
      case "passing":
        return error;
    }
  }
}

const aboutToken = new Set([
  "account_inactive",
  "invalid_auth",
  "not_authed",
  "token_expired",
  "token_revoked",
]);
