import { expect, test } from "vitest";
import { detectTrigger } from "../../../src/assistant/triggers/index.ts";

type Level = "connect" | "offer" | "nothing";

/** One test for each message, so that a failure names what the visitor wrote. */
export function expectLevel(level: Level, messages: readonly string[]): void {
  const outcome = {
    connect: "connects at once",
    offer: "offers a person",
    nothing: "leaves the assistant to it",
  };
  test.each(messages)(`"%s" ${outcome[level]}`, (message) => {
    expect(detectTrigger(message)?.level ?? "nothing").toBe(level);
  });
}

/** For messages where an offer does no harm but a handoff would. */
export function expectNoHandoff(messages: readonly string[]): void {
  test.each(messages)(`"%s" hands nothing off`, (message) => {
    expect(detectTrigger(message)?.level).not.toBe("connect");
  });
}
