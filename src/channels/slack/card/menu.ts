import type { Overflow } from "@slack/types";
import type { Conversation } from "../../../conversation/conversation.ts";
import { cardActions } from "./card-actions.ts";

const offered = ["savedReply", "transcript", "block", "unblock"] as const;
/** Cards that have not changed for long still offer the last two. */
const choices = [...offered, "toTeam", "toVisitor"] as const;
export type MenuChoice = (typeof choices)[number];

/** What can be done beside the buttons. Slack takes five options at most, and one confirmation for all of them or none. */
export function menu({ id, isBlocked, status }: Conversation): Overflow {
  const option = (choice: (typeof offered)[number], text: string) => ({
    text: { type: "plain_text" as const, text, emoji: false },
    value: `${choice} ${id}`,
  });
  return {
    type: "overflow",
    action_id: cardActions.menu,
    options: [
      ...(status === "closed" ? [] : [option("savedReply", "Send a saved reply")]),
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
