import { escaped } from "../../text/escape.ts";
import type { Subcommand } from "../asked.ts";
import type { AdminTools, Check } from "../ports.ts";

const marks: Record<Check["state"], string> = {
  ok: ":white_check_mark:",
  warn: ":warning:",
  broken: ":x:",
  off: ":heavy_minus_sign:",
};

export const inWords = (checks: Check[]): string =>
  checks.map(({ name, state, detail }) => `${marks[state]} *${escaped(name)}* ${escaped(detail)}`).join("\n");

/** Whether every part works, and what to do where one does not. */
export function createDoctor({ doctor }: Pick<AdminTools, "doctor">): Subcommand {
  return {
    usage: "doctor",
    about: "checks every part and says what to do",
    async answer({ later }) {
      later(async () => inWords(await doctor()));
      return "Looking at every part. This takes a few seconds.";
    },
  };
}

/** One handoff all the way there and back. */
export function createTest({ testHandoff }: Pick<AdminTools, "testHandoff">): Subcommand {
  return {
    usage: "test",
    about: "sends a test handoff all the way and cleans up after it",
    async answer({ by, later }) {
      later(async () => inWords(await testHandoff(by)));
      return "Sending a test handoff. This takes a few seconds.";
    },
  };
}
