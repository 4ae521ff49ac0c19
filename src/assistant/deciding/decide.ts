import type { Decision } from "../../conversation/decision.ts";
import { type ConversationEvent, isFromVisitor } from "../../conversation/events.ts";
import { acceptedOffer } from "../../conversation/hand-off.ts";
import { detectTrigger, type Trigger } from "../triggers/index.ts";
import { repeatedQuestion } from "./repeated-question.ts";
import { saysYes } from "./says-yes.ts";

/** connect: to people at once. offer: the visitor is asked whether they want that. */
export interface Verdict {
  level: Trigger["level"];
  decision: Decision;
}

export interface Hearing {
  /** What the visitor said that nobody has heard yet. */
  said: ConversationEvent[];
  /** Everything since the last change of owner, with `said`. */
  part: ConversationEvent[];
  phrases: readonly string[];
}

/** What the visitor's words ask for, before any model reads them. */
export function verdictOn({ said, part, phrases }: Hearing): Verdict | undefined {
  const triggers = said.map(wordsOf).flatMap((text) => detectTrigger(text, { phrases }) ?? []);
  const clear = triggers.find(({ level }) => level === "connect");
  if (clear) return verdict(clear);
  return (
    acceptance(said, part) ??
    hint(triggers.at(-1) ?? repeatedQuestion(part.filter(isFromVisitor).map(wordsOf)))
  );
}

const hint = (trigger: Trigger | undefined) => trigger && verdict(trigger);

const verdict = ({ level, ...trigger }: Trigger): Verdict => ({
  level,
  decision: { by: "rule", reason: reasonFor({ level, ...trigger }), ...trigger },
});

function reasonFor({ level, rule }: Trigger): string {
  if (rule === "custom-phrase") return "A trigger phrase matched";
  return level === "connect" ? "Asked for a person" : (offerReasons[rule] ?? "May want a person");
}

const offerReasons: Record<string, string> = {
  frustration: "The visitor is upset",
  "repeats-a-question": "Asked the same again",
};

/** "Yes please", typed as the first thing after an offer. */
function acceptance([first]: ConversationEvent[], part: ConversationEvent[]): Verdict | undefined {
  if (!first || !saysYes(wordsOf(first))) return undefined;
  const before = part.findLast(
    (event) =>
      event.seq < first.seq &&
      (isFromVisitor(event) ||
        event.type === "conversation.offered" ||
        event.type === "conversation.offerDeclined"),
  );
  if (before?.type !== "conversation.offered") return undefined;
  const { at: _at, ...afterOffer } = before.offer;
  const yes = { rule: "accepts-the-offer", matched: wordsOf(first), confidence: 0.9 };
  return {
    level: "connect",
    decision: { by: "rule", reason: acceptedOffer, ...yes, afterOffer },
  };
}

const wordsOf = (event: ConversationEvent) => (event.type === "message.posted" ? event.message.text : "");
