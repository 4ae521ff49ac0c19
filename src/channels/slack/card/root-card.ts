import type { ActionsBlock, Button } from "@slack/types";
import type { Conversation } from "../../../conversation/conversation.ts";
import type { Content } from "../posts/post.ts";
import { visitorName } from "../posts/speaker.ts";
import { escaped, inert } from "../text/escape.ts";
import { rootFacts, whyOf } from "./root-facts.ts";

/** What the card's buttons do; also their `action_id`s. */
export const cardActions = {
  claim: "handoff_claim",
  handBack: "handoff_hand_back",
  close: "handoff_close",
  reopen: "handoff_reopen",
  open: "handoff_open_in_inbox",
} as const;

/** The thread's root: who waits, why, since when, who has it, and what can be done. */
export function rootCard(conversation: Conversation, publicUrl: string): Content {
  const name = visitorName(conversation);
  const status = statusOf(conversation);
  return {
    text: `${escaped(name)}: ${escaped(whyOf(conversation))}. ${status}`,
    blocks: [
      { type: "header", text: { type: "plain_text", text: name.slice(0, 150), emoji: false } },
      { type: "section", text: { type: "mrkdwn", text: `*${status}*`, verbatim: true } },
      { type: "rich_text", elements: [{ type: "rich_text_section", elements: rootFacts(conversation) }] },
      buttons(conversation, publicUrl),
      {
        type: "context",
        elements: [
          {
            type: "mrkdwn",
            text: "Reply in this thread to answer. Start with `note:` to write for the team only.",
          },
        ],
      },
    ],
  };
}

function statusOf({ status, agent, handoff }: Conversation): string {
  switch (status) {
    case "waiting":
      return `Waiting for a person since ${date(handoff?.at ?? 0)}`;
    case "agent":
      return `${inert(agent?.name ?? "A team member")} has it`;
    case "assistant":
      return "With the assistant";
    case "closed":
      return "Closed";
  }
}

/** Shown in the reader's own time zone. */
function date(at: number): string {
  const fallback = `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return `<!date^${Math.floor(at / 1000)}^{date_short_pretty}, {time}|${fallback}>`;
}

function buttons(conversation: Conversation, publicUrl: string): ActionsBlock {
  const { id, status } = conversation;
  const button = (text: string, action: string, more: Partial<Button> = {}): Button => ({
    type: "button",
    text: { type: "plain_text", text },
    action_id: action,
    value: id,
    ...more,
  });
  const shown =
    status === "closed"
      ? [button("Reopen", cardActions.reopen)]
      : [
          button("Claim", cardActions.claim, status === "waiting" ? { style: "primary" } : {}),
          ...(status === "assistant" ? [] : [button("Hand back to assistant", cardActions.handBack)]),
          button("Close", cardActions.close),
        ];
  const inbox = button("Open in inbox", cardActions.open, { url: `${publicUrl}/inbox/c/${id}` });
  return { type: "actions", elements: [...shown, inbox] };
}
