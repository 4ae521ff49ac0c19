import type { Conversation } from "../../conversation/conversation.ts";
import type { ConversationEvent } from "../../conversation/events.ts";
import type { Reply } from "./reply.ts";

/** What the assistant says where no model answers. It never pretends to be able to help by itself. */
const words = {
  greeting:
    "Hi! I am the assistant on this website. I cannot answer questions by myself yet, but I can bring in a person from the team, and they will see everything you wrote.",
  whileAway:
    "Hi! I am the assistant on this website. I cannot answer questions by myself yet, so I pass this on to the team, with everything you wrote.",
  afterHandBack:
    "I cannot answer that by myself. Press “Talk to a person” whenever you would like the team again.",
};

/** Instead of what nobody but us should read. */
export const cannotSay = "I cannot share that. What else can I help you with?";

export const nobodyIsThere =
  "Nobody from the team is taking chats at the moment. Your message is kept for them.";

/**
 * The reply without a model: greets and hands off. After a hand back the visitor is asked before people are called
 * again, because the agent has just finished. Where nobody is handed to people, none are promised.
 */
export function withoutModel(
  history: ConversationEvent[],
  { boundarySeq }: Conversation,
  { liveHandoff, isOpen }: { liveHandoff: boolean; isOpen: boolean },
): Reply {
  const decision = { by: "failure", reason: "No assistant model is connected" } as const;
  if (!liveHandoff) return { decision };
  const since = history.find(({ seq }) => seq === boundarySeq + 1);
  if (boundarySeq > 0 && since?.type === "conversation.handedBack") return { text: words.afterHandBack };
  return { text: isOpen ? words.greeting : words.whileAway, decision };
}
