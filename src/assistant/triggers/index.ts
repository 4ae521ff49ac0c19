import { findCustomPhrase } from "./custom-phrases.ts";
import { type Reading, read, rereadings } from "./reading.ts";
import { connecting } from "./rules/connecting.ts";
import { surroundings } from "./rules/guards.ts";
import { helping } from "./rules/helping.ts";
import { hinting } from "./rules/hinting.ts";
import { shape } from "./rules/parts.ts";
import { refusing } from "./rules/refusing.ts";
import type { Rule } from "./rules/rule.ts";
import { talking } from "./rules/talking.ts";
import { wanting } from "./rules/wanting.ts";

export interface Trigger {
  /** connect: hand off at once. offer: let the visitor choose. */
  level: "connect" | "offer";
  /** The rule that spoke, by a short name: "asks-for-a-person", "custom-phrase", "frustration". */
  rule: string;
  /** The words that matched, as the visitor wrote them (for a custom phrase, as the admin wrote it). */
  matched: string;
  /** From 0 to 1. */
  confidence: number;
}

/** Of a longer message only its beginning and its end are read: that is where people say what they want. */
const maxTextLength = 4_000;
/** Clear requests first: the first that applies decides. */
const rules: readonly Rule[] = [...talking, ...connecting, ...helping, ...wanting, ...refusing, ...hinting];
const misspeltDiscount = 0.1;
/** What an ordinary word may be reread for: little else looks like a verb, a preposition and somebody. */
const surestRules = [...talking, ...connecting].filter((rule) => rule.confidence >= 0.9);
const minReread = 4;
const anybody = "HUMAN|AGENT|PERSON|SOMEONE|TEAM|DEPARTMENT";
const anyVerb = "SPEAK|TALKING|CONTACT|JOIN";
const [somebody, addressing, either] = [shape(anybody), shape(anyVerb), shape(`${anybody}|${anyVerb}`)];

/** Decides in under a millisecond and without a model whether a visitor's message asks for a person. */
export function detectTrigger(
  text: string,
  options: { phrases?: readonly string[] } = {},
): Trigger | undefined {
  const message = shorten(text);
  const phrase = findCustomPhrase(message, options.phrases ?? []);
  if (phrase !== undefined)
    return { level: "connect", rule: "custom-phrase", matched: phrase, confidence: 1 };
  const reading = read(message);
  let offer: Trigger | undefined;
  for (const rule of rules) {
    const found = apply(rule, reading, message);
    if (found?.level === "connect") return found;
    offer ??= found;
  }
  return rereadRequest(reading, message) ?? offer;
}

/** A request of which one word was spelt like another word: "how can I cat with an agent". */
function rereadRequest(first: Reading, message: string): Trigger | undefined {
  if (first.shape.search(either) < 0) return undefined;
  for (const reading of rereadings(message)) {
    if (reading.shape.search(somebody) < 0 || reading.shape.search(addressing) < 0) continue;
    for (const rule of surestRules) {
      const found = apply(rule, reading, message);
      const isReread = found !== undefined && found.confidence < rule.confidence;
      if (isReread && found.level === "connect" && found.matched.split(" ").length >= minReread) return found;
    }
  }
  return undefined;
}

function shorten(text: string): string {
  if (text.length <= maxTextLength) return text;
  const half = maxTextLength / 2;
  return `${text.slice(0, half)}\n${text.slice(-half)}`;
}

function apply(rule: Rule, reading: Reading, message: string): Trigger | undefined {
  let weaker: Trigger | undefined;
  for (const match of reading.shape.matchAll(rule.pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const around = surroundings(reading.shape, start, end);
    if (around.negated || around.notARequest) continue;
    const found = trigger(rule, reading.tokens.slice(start, end), message);
    if (!around.asksWhether) return found;
    weaker ??= { ...found, level: "offer" };
  }
  return weaker;
}

function trigger(rule: Rule, tokens: Reading["tokens"], message: string): Trigger {
  const matched = message.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
  const discount = tokens.some((token) => token.corrected) ? misspeltDiscount : 0;
  return { level: rule.level, rule: rule.name, matched, confidence: rule.confidence - discount };
}
