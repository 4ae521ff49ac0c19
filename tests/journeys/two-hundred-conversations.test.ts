import { setTimeout as after } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ConversationEvent } from "../../src/conversation/events.ts";
import { ana, ben } from "../support/desk.ts";
import { type Answer, gemini, startGemini, type Writing } from "../support/gemini.ts";
import { type Running, startRunning } from "../support/running.ts";
import { createSeeded, type Seeded } from "../support/seeded.ts";
import type { Visitor } from "../support/visitor.ts";

/** Another number, other conversations: `SEED=7 npx vitest run tests/journeys/two-hundred`. */
const seed = Number(process.env.SEED ?? 1);
const conversations = 200;
const atOnce = 40;

let server: Awaited<ReturnType<typeof startGemini>>;
let running: Running;

beforeAll(async () => {
  server = await startGemini({ tasks: gemini.fails(400) });
  running = await startRunning({
    withoutSlack: true,
    environment: { GEMINI_API_KEY: "k", GEMINI_API_URL: server.url },
    answerPace: { firstTryMs: 1_000, secondTryMs: 500, silentMs: 2_000, wholeMs: 4_000, showEveryMs: 5 },
    widgetLimits: { socketsPerAddress: 1_000, address: { points: 100_000, duration: 60 } },
  });
});
afterAll(async () => {
  await running?.stop();
  await server?.stop();
});

test("in 200 conversations with all that can go wrong nobody is talked over, promised what does not come, or left alone", async () => {
  const random = createSeeded(seed);
  server.answers((...asked) => answerOf(random)(...asked));

  const meanwhile = startReference();
  const heard: Heard[] = [];
  for (let begun = 0; begun < conversations; begun += atOnce) {
    const batch = Array.from({ length: atOnce }, (_, index) =>
      converse(createSeeded(seed * 1_000 + begun + index)),
    );
    heard.push(...(await Promise.all(batch)));
  }
  await running.app.relay.idle();
  const soonMs = 3.5 * (await meanwhile.slowestMs());

  const seen = { handoffs: 0, answers: 0, cut: 0 };
  for (const each of heard) {
    const events = await running.app.storage.store.eventsAfter(each.id, 0);
    const last = events.at(-1)?.seq ?? 0;
    await each.visitor.until(() => each.visitor.cursor >= lastShown(events, last));
    expect(troubles(events, each.visitor, soonMs), JSON.stringify(each.visitor.log)).toEqual([]);
    seen.handoffs += events.filter(({ type }) => type === "conversation.handedOff").length;
    seen.answers += events.filter(isAnswer).length;
    seen.cut += each.visitor.frames.filter((frame) => frame.type === "writing" && frame.text === "").length;
  }
  // Otherwise the run would prove nothing.
  expect(seen.handoffs).toBeGreaterThan(50);
  expect(seen.answers).toBeGreaterThan(50);
  expect(seen.cut).toBeGreaterThan(5);
}, 600_000);

/** How long two seconds, which a silent model is given here, and one message take meanwhile: longer on a busy machine. */
function startReference() {
  let isOver = false;
  const measured = (async () => {
    const visitor = await running.visitor();
    let slowestMs = 0;
    do {
      const began = Date.now();
      await after(2_000);
      await visitor.says("Still there?");
      slowestMs = Math.max(slowestMs, Date.now() - began);
    } while (!isOver);
    return slowestMs;
  })();
  return {
    slowestMs(): Promise<number> {
      isOver = true;
      return measured;
    },
  };
}

interface Heard {
  id: string;
  visitor: Visitor;
}

/** One visitor's conversation: everybody does something at any moment, and nobody waits for anybody. */
async function converse(random: Seeded): Promise<Heard> {
  const visitor = await running.visitor();
  await visitor.says(random.pick(questions));
  const id = await conversationId(visitor);
  const steps = 2 + random.below(5);
  for (let step = 0; step < steps; step++) {
    await after(random.below(120));
    await random.pick(turns)(visitor, id, random);
  }
  return { id, visitor };
}

type Step = (visitor: Visitor, id: string, random: Seeded) => Promise<unknown>;

const says: Step = (visitor, _id, random) => visitor.says(random.pick(questions));

/** Waits like somebody who wants an answer. */
const reads: Step = (visitor) =>
  visitor.until(
    () => visitor.state?.status !== "assistant" || !visitor.log.at(-1)?.startsWith("visitor:"),
    30_000,
  );

const turns: Step[] = [
  says,
  says,
  reads,
  reads,
  async (...step) => {
    await says(...step);
    await says(...step);
  },
  (visitor) => visitor.says("I want to talk to a human"),
  (visitor) => visitor.asksForPerson(),
  (_visitor, id) => act(id, "claim"),
  (_visitor, id) => act(id, "handBack"),
  (_visitor, id) => act(id, "handBack"),
  (_visitor, id) => act(id, "close"),
  (_visitor, id, random) =>
    running.app.conversations
      .reply({ conversationId: id, agent: random.pick([ana, ben]), text: "I take this.", source: source() })
      .catch(refused),
];

const act = (conversationId: string, verb: "claim" | "handBack" | "close") =>
  running.app.conversations[verb]({ conversationId, agent: ana, source: source() }).catch(refused);

const source = () => ({ via: "inbox", externalId: crypto.randomUUID() });

/** Who comes too late is told so; that is not what is tested here. */
function refused(error: unknown): void {
  if (!(error instanceof Error) || error.name !== "ConversationError") throw error;
}

const questions = [
  "Do you ship to Norway?",
  "What does it cost?",
  "My parcel is late",
  "Can I pay by invoice?",
  "Is it waterproof?",
  "Which size fits me?",
];

const promise = "I'll connect you with a colleague right away. ";

const good: ((random: Seeded) => Answer)[] = [
  () => gemini.says("Yes, in three days."),
  () => gemini.says("No. Would you like me to connect you with a person?"),
  (random) => slowly(random, ["Yes, ", "we do. ", "It takes ", "three days. ", "Anything else?"]),
];

const bad: typeof good = [
  (random) => slowly(random, ["I am sorry. ", "Let me see. ", promise, "Please hold on. "]),
  (random) => slowly(random, ["I am sorry. ", promise, promise]),
  (random) => slowly(random, ["Yes. ", "It is "], (it) => it.breaks()),
  (random) => slowly(random, ["Yes. ", "It is "], (it) => it.stops()),
  (random) => slowly(random, ["Yes. ", "It is "], (it) => it.sends({ error: { code: 503 } }).ends()),
  (random) => slowly(random, ["Yes. ", "It is "], (it) => it.ends("SAFETY")),
  (random) => slowly(random, ["Yes. ", "It is "], () => {}),
  (random) => slowly(random, ["I am sorry. ", promise], (it) => it.calls({ reason: "sensitive" }).ends()),
  () => gemini.calls({ reason: "sales_lead", summary: "Wants a price." }),
  () => gemini.saysAndCalls(promise, { reason: "of its own" }),
  () => gemini.invents("transfer", { to: "everybody" }),
  () => gemini.fails(400),
  () => gemini.fails(404),
  () => gemini.fails(429),
  () => gemini.fails(500),
  () => gemini.fails(503),
  () => gemini.empty,
  () => gemini.blocked,
  () => gemini.nothing,
  () => gemini.html,
  () => gemini.hangs,
  () => gemini.hangsUp,
];

/** As often good as bad, and each way as often as the others. */
const answerOf = (random: Seeded) => random.pick(random.pick([good, bad]))(random);

/** Piece by piece, with a pause of its own before each. */
const slowly = (
  random: Seeded,
  pieces: string[],
  end: (it: Writing) => unknown = (it) => it.ends(),
): Answer => {
  const pauses = pieces.map(() => random.below(40));
  return gemini.writes(async (it) => {
    for (const [index, piece] of pieces.entries()) {
      await after(pauses[index]);
      it.says(piece);
    }
    end(it);
  });
};

/** What must never be, found in what happened and in what the visitor saw of it. */
function troubles(events: ConversationEvent[], visitor: Visitor, soonMs: number): string[] {
  return [
    ...talkedOver(events),
    ...leftAlone(events, soonMs),
    ...falselyPromised(events, visitor),
    ...mistold(events, visitor),
  ];
}

/** The assistant speaks only while it owns the conversation, and people are called only from there. */
function talkedOver(events: ConversationEvent[]): string[] {
  let isAssistants = true;
  return events.flatMap((event) => {
    const wasAssistants = isAssistants;
    isAssistants = ownerAfter(event, isAssistants);
    if (isAnswer(event) && !wasAssistants) return [`event ${event.seq}: the assistant talks over people`];
    if (event.type === "conversation.handedOff" && !wasAssistants)
      return [`event ${event.seq}: handed off twice`];
    return [];
  });
}

function ownerAfter(event: ConversationEvent, isAssistants: boolean): boolean {
  switch (event.type) {
    case "conversation.handedOff":
    case "conversation.claimed":
    case "conversation.closed":
      return false;
    case "conversation.handedBack":
      return true;
    case "conversation.reopened":
      return event.by.kind === "visitor";
    case "message.posted":
      return isAssistants && event.message.author.kind !== "agent";
    default:
      return isAssistants;
  }
}

/** Whatever a visitor says to the assistant, something comes of it, and soon: within eight seconds on a quiet machine. */
function leftAlone(events: ConversationEvent[], soonMs: number): string[] {
  let isAssistants = true;
  return events.flatMap((event, index) => {
    isAssistants = ownerAfter(event, isAssistants);
    if (!isAssistants || !isVisitors(event)) return [];
    const next = events
      .slice(index + 1)
      .find((later) => isAnswer(later) || !ownerAfter(later, true) || isOffer(later));
    if (!next) return [`event ${event.seq}: nobody answers`];
    return next.at - event.at > soonMs ? [`event ${event.seq}: answered after ${next.at - event.at} ms`] : [];
  });
}

/** That people come is said by the server, once for each time they are called; the assistant says it never. */
function falselyPromised(events: ConversationEvent[], visitor: Visitor): string[] {
  const promised = /I'll connect you|hold on/;
  const sentences = visitor.log.filter((line) => line.startsWith("– Connecting you"));
  const handoffs = events.filter(({ type }) => type === "conversation.handedOff");
  return [
    ...(sentences.length === handoffs.length
      ? []
      : [`${handoffs.length} handoffs, ${sentences.length} sentences`]),
    ...(events.some((event) => isAnswer(event) && promised.test(event.message.text))
      ? ["a promise was said"]
      : []),
    ...(JSON.stringify(visitor.frames).match(promised) ? ["a promise was seen"] : []),
  ];
}

/** What stands on the visitor's screen in the end is what happened, and nothing half said beside it. */
function mistold(events: ConversationEvent[], { frames, log }: Visitor): string[] {
  let halfSaid = "";
  for (const frame of frames) {
    if (frame.type === "writing") halfSaid = frame.text;
    if (frame.type !== "news") continue;
    const isAnswered = frame.entries.some(
      (entry) => entry.type === "message" && entry.author.kind === "assistant",
    );
    if (isAnswered || frame.state.status !== "assistant") halfSaid = "";
  }
  const said = events.filter((event) => isAnswer(event) || isVisitors(event) || isOffer(event)).length;
  const read = log.filter((line) => /^(assistant|visitor): /.test(line)).length;
  return [
    ...(halfSaid ? [`“${halfSaid}” is still being written`] : []),
    ...(said === read ? [] : [`${said} messages, ${read} of them on the screen`]),
  ];
}

type Said = Extract<ConversationEvent, { type: "message.posted" }>;
const isBy = (event: ConversationEvent, kind: Said["message"]["author"]["kind"]): event is Said =>
  event.type === "message.posted" && event.message.author.kind === kind;
const isAnswer = (event: ConversationEvent): event is Said => isBy(event, "assistant");
const isVisitors = (event: ConversationEvent) => isBy(event, "visitor");
const isOffer = ({ type }: ConversationEvent) => type === "conversation.offered";

/** The last event of which the visitor learns something. */
const lastShown = (events: ConversationEvent[], last: number) =>
  events.findLast(({ type }) =>
    /^(message\.posted|conversation\.(offered|handedOff|claimed|closed|handedBack))$/.test(type),
  )?.seq ?? last;

async function conversationId(visitor: Visitor): Promise<string> {
  const { sub } = JSON.parse(Buffer.from(visitor.token.split(".")[1] ?? "", "base64url").toString());
  const found = await running.app.storage.store.findByVisitor("default", sub);
  return found?.id ?? "";
}
