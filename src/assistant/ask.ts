import type { ConversationEvent } from "../conversation/events.ts";
import type { Knowledge } from "../knowledge/index.ts";
import type { Log } from "../log.ts";
import type { Settings } from "../settings/schema.ts";
import { type Grounded, groundsFor } from "./grounds/grounds.ts";
import { instructionsFor } from "./instructions.ts";
import { type Model, ModelError, type ModelReply, type Question } from "./model.ts";
import type { Reply } from "./reply.ts";
import { turnsOf } from "./turns.ts";

export interface Asked {
  model: Model;
  knowledge: Pick<Knowledge, "search" | "isEmpty"> | undefined;
  siteKey: string;
  history: ConversationEvent[];
  settings: Settings;
  log: Log;
}

/** A visitor hears something within eight seconds: one try, a pause, another, and what the rest of us need. */
const triesMs = { first: 4_500, second: 2_500 };

/** The model's reply. However it fails, the visitor goes to people: silence is never the answer. */
export async function ask({ model, knowledge, siteKey, history, settings, log }: Asked): Promise<Reply> {
  try {
    const grounds = knowledge && (await groundsFor({ knowledge, siteKey, history, settings }));
    const instructions = [instructionsFor(settings), ...(grounds ? [grounds.instructions] : [])].join("\n\n");
    const reply = await twice(model, { instructions, turns: turnsOf(history) });
    return replyOf(grounds ? grounds.checked(reply) : reply);
  } catch (error) {
    log.error("the model did not answer", { model: model.name, error });
    return { decision: { by: "failure", reason: "The assistant could not answer" } };
  }
}

async function twice(model: Model, question: Omit<Question, "timeoutMs">): Promise<ModelReply> {
  try {
    return await model.reply({ ...question, timeoutMs: triesMs.first });
  } catch (error) {
    if (!(error instanceof ModelError) || !error.passing) throw error;
    await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 300));
    return model.reply({ ...question, timeoutMs: triesMs.second });
  }
}

function replyOf(reply: Grounded): Reply {
  if (reply.type === "unknown") return { unknown: reply.words };
  if (reply.type === "answer") return { text: reply.text };
  const { summary, urgency } = reply;
  const reason = reasons[reply.reason] ?? "The assistant decided so";
  return { decision: { by: "model", reason, summary, urgency } };
}

const reasons: Record<string, string> = {
  visitor_request: "Asked for a person",
  cannot_answer: "The assistant could not answer",
  sensitive: "A sensitive matter",
  frustrated: "The visitor is upset",
  sales_lead: "A sales question",
};
