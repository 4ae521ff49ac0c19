import type { ConversationEvent } from "../../conversation/events.ts";
import type { Knowledge } from "../../knowledge/index.ts";
import type { Log } from "../../log.ts";
import type { Settings } from "../../settings/schema.ts";
import type { Grounded, Grounds } from "../grounds/grounds.ts";
import { insideOf, instructionsFor } from "../instructions.ts";
import { type Model, ModelError, type ModelReply } from "../model.ts";
import { cannotSay } from "./fallback.ts";
import { createGuard, type Guard } from "./guard.ts";
import type { AnswerPace } from "./pace.ts";
import { paced } from "./paced.ts";
import { peopleSaid } from "./people-said.ts";
import type { Reply } from "./reply.ts";
import { sentencesOf } from "./sentences.ts";
import { turnsOf } from "./turns.ts";
import { createWriting, passed } from "./writing.ts";

export interface Asked {
  model: Model;
  knowledge: Pick<Knowledge, "search" | "isEmpty"> | undefined;
  siteKey: string;
  /** The visitor's, by its BCP 47 tag. */
  language: string | undefined;
  history: ConversationEvent[];
  settings: Settings;
  log: Log;
  pace: AnswerPace;
  /** Aborted when nobody waits for the answer any more: then there is no reply. */
  signal: AbortSignal;
  /** What may be read of the answer so far. */
  show: (text: string) => void;
}

/** The model's reply. However it fails, the visitor goes to people: silence is never the answer. */
export async function ask(asked: Asked): Promise<Reply> {
  const { model, history, settings, log, pace, signal, show } = asked;
  const guard = createGuard(insideOf(settings), peopleSaid(history));
  const time = createTime(pace);
  const screen = paced(show, pace.showEveryMs);
  /** What the visitor has read last. */
  let read = "";

  function changed(text: string): void {
    read = text;
    time.heard();
    screen.put(text);
  }

  try {
    const grounds = await groundsOf(asked);
    const question = {
      instructions: [instructionsFor(settings), ...(grounds ? [grounds.instructions] : [])].join("\n\n"),
      turns: turnsOf(history),
      signal: AbortSignal.any([signal, time.signal]),
    };
    const attempt = (timeoutMs: number) => {
      const { hear } = createWriting({ guard, shown: grounds?.shown, changed });
      return model.reply({ ...question, timeoutMs, onText: hear });
    };
    const reply = await twice(attempt, pace, signal);
    return replyOf(grounds ? grounds.checked(reply) : reply, read, guard);
  } catch (error) {
    if (signal.aborted) return {};
    log.error("the model did not answer", { model: model.name, error });
    const isCut = time.signal.aborted || (error instanceof ModelError && error.passing);
    return {
      // What was read stays, so that the visitor and the team have read the same.
      text: isCut && read ? `${read} …` : undefined,
      decision: { by: "failure", reason: "The assistant could not answer" },
    };
  } finally {
    time.end();
    screen.end();
  }
}

/** What reads the knowledge is loaded where there is any. */
async function groundsOf({
  knowledge,
  siteKey,
  language,
  history,
  settings,
}: Asked): Promise<Grounds | undefined> {
  if (!knowledge || (await knowledge.isEmpty(siteKey))) return undefined;
  const { groundsFor } = await import("../grounds/grounds.ts");
  return groundsFor({ knowledge, siteKey, language, history, settings });
}

async function twice(
  attempt: (timeoutMs: number) => Promise<ModelReply>,
  { firstTryMs, secondTryMs }: AnswerPace,
  signal: AbortSignal,
): Promise<ModelReply> {
  try {
    return await attempt(firstTryMs);
  } catch (error) {
    if (!(error instanceof ModelError) || !error.passing || signal.aborted) throw error;
    await new Promise((resolve) => setTimeout(resolve, (firstTryMs / 20) * (1 + Math.random())));
    return attempt(secondTryMs);
  }
}

function replyOf(reply: Grounded, read: string, guard: Guard): Reply {
  if (reply.type === "unknown") return { unknown: reply.words };
  if (reply.type === "handoff") {
    const { summary, urgency } = reply;
    const reason = reasons[reply.reason] ?? "The assistant decided so";
    // Words that nobody has read yet are not needed any more: the server says what happens.
    return { text: read || undefined, decision: { by: "model", reason, summary, urgency } };
  }

  const { said, withheld } = passed(sentencesOf(reply.text), guard);
  const text = said || undefined;
  switch (withheld?.why) {
    case undefined:
      return { text };
    case "inside":
      return { text: text ?? cannotSay };
    case "promise":
      return {
        text,
        decision: { by: "model", reason: "The assistant said that people come", matched: withheld?.sentence },
      };
  }
}

const reasons: Record<string, string> = {
  visitor_request: "Asked for a person",
  cannot_answer: "The assistant could not answer",
  sensitive: "A sensitive matter",
  frustrated: "The visitor is upset",
  sales_lead: "A sales question",
};

/** Ends an answer that comes too late to help: the first words, or the last. */
function createTime({ silentMs, wholeMs }: AnswerPace) {
  const over = new AbortController();
  const stop = () => over.abort();
  const whole = setTimeout(stop, wholeMs);
  const silent = setTimeout(stop, silentMs);
  return {
    signal: over.signal,
    heard: () => clearTimeout(silent),
    end() {
      clearTimeout(silent);
      clearTimeout(whole);
    },
  };
}
