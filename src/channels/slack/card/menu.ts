import type { Overflow } from "@slack/types";
import { cardActions } from "./card-actions.ts";
import type { CardFacts } from "./card-facts.ts";

const offered = ["savedReply", "translate", "transcript", "block", "unblock"] as const;
/** Cards that have not changed for long still offer the last two. */
const choices = [...offered, "toTeam", "toVisitor"] as const;
export type MenuChoice = (typeof choices)[number];

/** What can be done beside the buttons. Slack takes five options at most, and one confirmation for all of them or none. */
export function menu({
  conversation: { id, isBlocked, status },
  translation,
}: Pick<CardFacts, "conversation" | "translation">): Overflow {
  const option = (choice: (typeof offered)[number], text: string) => ({
    text: { type: "plain_text" as const, text, emoji: false },
    value: `${choice} ${id}`,
  });
  return {
    type: "overflow",
    action_id: cardActions.menu,
    options: [
      ...(status === "closed" ? [] : [option("savedReply", "Send a saved reply")]),
      // Offered elsewhere on the card where it is on, or the visitor is known to write another language.
      ...(translation?.state === "off" ? [option("translate", "Translate this conversation")] : []),
      option("transcript", "Email the transcript"),
      isBlocked ? option("unblock", "Unblock the visitor") : option("block", "Block the visitor"),
    ],
  };
}

/** Reads an option's value back. */
export function chosenIn(value: string): { choice: MenuChoice; conversationId: string } | undefined {
  const [name, conversationId] = value.split(" ");
  const choice = choices.find((one) => one === name);
  return choice && conversationId ? { choice, conversationId } : undefined;
}
