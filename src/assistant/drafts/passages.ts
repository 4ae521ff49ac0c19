import { asItStands } from "../../conversation/as-it-stands.ts";
import type { Conversation } from "../../conversation/conversation.ts";
import type { ConversationEvent } from "../../conversation/events.ts";
import type { Knowledge } from "../../knowledge/index.ts";
import { questionIn } from "../grounds/question.ts";

export interface PassagesFor {
  knowledge: Pick<Knowledge, "search" | "isEmpty">;
  conversation: Conversation;
  history: ConversationEvent[];
  /** What the agent asks for. */
  asked: string;
}

/** What the company knows about what is asked, as entries of the material. */
export async function passagesFor({
  knowledge,
  conversation,
  history,
  asked,
}: PassagesFor): Promise<string[]> {
  const { siteKey } = conversation;
  if (await knowledge.isEmpty(siteKey)) return [];
  const { question, before } = questionIn(asItStands(history));
  const found = await knowledge.search({ question: `${asked}\n${question}`, before, siteKey });
  return found.map(({ passage: { title, text } }) => JSON.stringify({ by: "knowledge", title, text }));
}
