import { inert } from "../text/escape.ts";
import type { CardFacts } from "./card-facts.ts";
import { dateToken } from "./date-token.ts";

/** How the conversation stands, in mrkdwn. */
export function statusLine({ conversation, closed }: CardFacts): string {
  const { status, agent, handoff } = conversation;
  switch (status) {
    case "waiting":
      return `Waiting for a person since ${dateToken(handoff?.at ?? conversation.createdAt)}`;
    case "agent":
      return `${inert(agent?.name ?? "A team member")} has it`;
    case "assistant":
      return "With the assistant";
    case "closed":
      return closed ? `Closed by ${inert(closed.by.name)}, ${dateToken(closed.at)}` : "Closed";
  }
}
