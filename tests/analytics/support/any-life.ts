import fc from "fast-check";
import type { Happening } from "../../../src/conversation/events.ts";
import {
  ana,
  answer,
  asked,
  assistant,
  ben,
  blocked,
  claimed,
  closed,
  handedBack,
  handedOff,
  note,
  rated,
  reopened,
  takenUpAgain,
  visitor,
} from "./history.ts";

/** One step of a conversation: minutes after the one before, and what happens, each its own record of events. */
export type Step = { minutes: number; happenings: Happening[] };

type Wish = typeof anyWish extends fc.Arbitrary<infer Each> ? Each : never;

const anyWish = fc.record({
  minutes: fc.integer({ min: 0, max: 2_000 }),
  wish: fc.constantFrom(
    ...(["visitor", "visitor", "assistant", "handOff", "handOff", "answer", "answer", "note"] as const),
    ...(["claim", "handBack", "close", "close", "reopen", "block", "takeUp", "ask", "rate", "rate"] as const),
  ),
  agent: fc.constantFrom(ana, ben),
  by: fc.constantFrom(...(["button", "rule", "model", "failure", "agent"] as const)),
  words: fc.constantFrom("Human please", "human  PLEASE", "refund", undefined),
  isWanted: fc.boolean(),
  isAway: fc.boolean(),
});

/** A conversation as the verbs of the core would let it run: whoever tries what is not possible does nothing. */
export const anyLife: fc.Arbitrary<Step[]> = fc
  .array(anyWish, { minLength: 1, maxLength: 25 })
  .map((wishes) => {
    let status: "assistant" | "waiting" | "agent" | "closed" = "assistant";
    let isBlocked = false;
    let isAsked = false;
    let hasAnswered = false;
    return wishes.flatMap(steps);

    function steps({ minutes, wish, agent, by, words, isWanted, isAway }: Wish): Step[] {
      const step = (next: typeof status, ...happenings: Happening[]) => {
        isAsked &&= status === next;
        status = next;
        return [{ minutes, happenings }];
      };
      const isOpen = status !== "closed";
      const reopening = isOpen ? [] : [reopened({ kind: "visitor" })];
      switch (wish) {
        case "visitor":
          return isBlocked ? [] : step(isOpen ? status : "assistant", ...reopening, visitor());
        case "assistant":
          return status === "assistant" ? step(status, assistant()) : [];
        case "handOff": {
          if (isBlocked || status === "waiting" || status === "agent") return [];
          const decision = {
            by,
            ...(by === "rule" && { rule: "asks-for-a-person" }),
            ...(words && { matched: words }),
            ...(isWanted && { afterOffer: { by: "rule", reason: "Upset" } as const }),
          };
          return step("waiting", ...reopening, handedOff(decision, isAway ? "We are away." : undefined));
        }
        case "answer":
          hasAnswered ||= isOpen;
          return isOpen ? step("agent", answer(agent)) : [];
        case "ask":
          if (isBlocked || (status !== "assistant" && (isOpen || !hasAnswered))) return [];
          isAsked = true;
          return step(status, asked(isOpen ? "assistant" : "people"));
        case "rate":
          return isAsked ? step(status, rated(isWanted)) : [];
        case "note":
          return step(status, note(agent));
        case "claim":
          return status === "assistant" || status === "waiting" ? step("agent", claimed(agent)) : [];
        case "handBack":
          return status === "waiting" || status === "agent" ? step("assistant", handedBack(agent)) : [];
        case "close":
          return isOpen ? step("closed", closed(agent)) : [];
        case "reopen":
          return isOpen || isBlocked ? [] : step("agent", reopened({ kind: "agent", ...agent }));
        case "block": {
          if (isBlocked) return [];
          isBlocked = true;
          return step("closed", blocked(agent), ...(isOpen ? [closed(agent)] : []));
        }
        case "takeUp":
          return status === "waiting" ? step("assistant", takenUpAgain) : [];
      }
    }
  });
