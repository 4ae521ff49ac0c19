import { verdictOn } from "../../src/assistant/deciding/decide.ts";
import type { ConversationEvent } from "../../src/conversation/events.ts";
import { percentile } from "./statistics.ts";
import { absolute, type Row } from "./table.ts";

const messages = 20_000;
const warmUp = 4_000;
/** What an admin may add at most is ten times that. */
const phrases = Array.from({ length: 20 }, (_, at) => `special offer ${at}`);
const keywords = ["talk to a human", "speak to someone", "real person", "human", "agent", "support"];

/** How long it takes to decide without a model whether a visitor's message goes to people, in a conversation under way. */
export async function decisions(): Promise<Row[]> {
  const said = Array.from({ length: warmUp + messages }, (_, at) => sentenceAt(at));
  const heard = said.map(event);
  const ours = heard.map((_, at) => processorTime(hearingAt(heard, at), verdictOn)).slice(warmUp);
  const decided = heard.filter((_, at) => verdictOn(hearingAt(heard, at))).length;
  if (decided < messages / 10) throw new Error("Hardly anything was decided: this measures something else.");
  const reference = processorTime(said, searched) / said.length;
  return [
    absolute({
      what: "deciding on a message, p50 (reference: six keywords)",
      ours: percentile(ours, 50),
      reference,
      unit: "µs",
      bound: { atMost: 1_000 },
    }),
    absolute({
      what: "deciding on a message, p99",
      ours: percentile(ours, 99),
      unit: "µs",
      bound: { atMost: 1_000 },
    }),
  ];
}

/** In microseconds: waiting while other programs run is not deciding. */
function processorTime<Given>(given: Given, work: (given: Given) => unknown): number {
  const before = process.cpuUsage();
  work(given);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** What one would write first. */
const searched = (said: string[]) =>
  said.filter((text) => keywords.some((word) => text.toLowerCase().includes(word)));

/** The message, and the twenty before it, as the assistant hears them. */
function hearingAt(heard: ConversationEvent[], at: number) {
  const part = heard.slice(Math.max(0, at - 20), at + 1);
  return { said: part.slice(-1), part, phrases };
}

const event = (text: string, index: number): ConversationEvent => ({
  ...{
    id: `${index}`,
    conversationId: "c",
    seq: index + 1,
    at: index,
    via: "widget",
    externalId: `${index}`,
  },
  type: "message.posted",
  message: { id: `${index}`, author: { kind: "visitor" }, text, note: false },
});

/** Hardly two are alike, so that nothing is remembered; every eighth asks for a person, some with a slip of the finger. */
function sentenceAt(at: number): string {
  const pick = (from: readonly string[], step: number) => from[Math.floor(at / step) % from.length] ?? "";
  if (at % 8 === 0) return `${pick(openings, 8)} ${pick(wishes, 40)} about ${pick(things, 3)} ${at}`;
  return `${pick(openings, 1)} ${pick(questions, 5)} ${pick(things, 2)} ${pick(endings, 7)} ${at % 977}`;
}

const openings = [
  "Hi,",
  "Hello there,",
  "Hey!",
  "Sorry,",
  "So",
  "Good morning.",
  "Hallo,",
  "Bonjour,",
  "Well,",
];
const wishes = [
  ...[
    "can I talk to a human",
    "I want to speak to someone",
    "get me a real persn please",
    "conect me with an agent",
  ],
  ...[
    "ich möchte mit einem Menschen sprechen",
    "je veux parler à quelqu'un",
    "quiero hablar con una persona",
  ],
];
const questions = [
  ...[
    "where is",
    "how do I return",
    "can you tell me the price of",
    "I never received",
    "is there a discount on",
  ],
  ...[
    "my agent fee is wrong for",
    "wo ist",
    "combien coûte",
    "the support page does not mention",
    "when do you ship",
  ],
];
const things = [
  ...[
    "my parcel",
    "the blue jacket",
    "order number 4711",
    "a refund",
    "two tickets to Lisbon",
    "the invoice of March",
  ],
  ...[
    "my subscription",
    "the new phone with the broken screen my sister ordered last week",
    "your newsletter",
  ],
];
const endings = [
  "please?",
  "by tomorrow",
  "again",
  "thanks",
  "and how long does that take?",
  "!!",
  "",
  "for my company",
];
