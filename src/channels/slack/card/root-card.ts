import type { ActionsBlock, Button, ContextBlock, SectionBlock } from "@slack/types";
import type { Conversation } from "../../../conversation/conversation.ts";
import type { Content } from "../posts/post.ts";
import { visitorName } from "../posts/speaker.ts";
import { escaped, inert } from "../text/escape.ts";
import { cardActions } from "./card-actions.ts";
import type { CardFacts } from "./card-facts.ts";
import { dateToken } from "./date-token.ts";
import { menu } from "./menu.ts";
import { rootFacts, whyOf } from "./root-facts.ts";
import { statusLine } from "./status-line.ts";

/** The thread's root: who waits, why, since when, who has it, and what can be done. */
export function rootCard(facts: CardFacts, publicUrl: string): Content {
  const { conversation } = facts;
  const name = visitorName(conversation).slice(0, 150);
  const status = statusLine(facts);
  return {
    text: `${escaped(name)}: ${escaped(whyOf(conversation).slice(0, 300))}. ${status}`,
    blocks: [
      { type: "header", text: { type: "plain_text", text: name, emoji: false } },
      {
        type: "section",
        text: { type: "mrkdwn", text: `*${status}*`, verbatim: true },
        accessory: menu(conversation),
      },
      ...warnings(facts),
      { type: "rich_text", elements: [{ type: "rich_text_section", elements: rootFacts(facts) }] },
      buttons(conversation, publicUrl),
      hint(conversation),
    ],
  };
}

/** What would surprise whoever answers without knowing it. */
function warnings({ conversation, blocked }: CardFacts): SectionBlock[] {
  const { id, repliesTo, isBlocked } = conversation;
  const byWhom = blocked ? ` by ${inert(blocked.by.name)}, ${dateToken(blocked.at)}` : "";
  const isBarred = warning(`:no_entry: *The visitor is blocked${byWhom}.* What they write is refused.`);
  const isInternal = {
    ...warning(":lock: *Replies in this thread are internal.* The visitor gets none of them."),
    accessory: button("Send replies to the visitor", cardActions.toVisitor, id),
  };
  return [...(isBlocked ? [isBarred] : []), ...(repliesTo === "team" ? [isInternal] : [])];
}

const warning = (text: string): SectionBlock => ({
  type: "section",
  text: { type: "mrkdwn", text, verbatim: true },
});

const button = (text: string, action: string, id: string, more: Partial<Button> = {}): Button => ({
  type: "button",
  text: { type: "plain_text", text },
  action_id: action,
  value: id,
  ...more,
});

function buttons(conversation: Conversation, publicUrl: string): ActionsBlock {
  const { id, status } = conversation;
  const shown =
    status === "closed"
      ? [button("Reopen", cardActions.reopen, id)]
      : [
          button("Claim", cardActions.claim, id, status === "waiting" ? { style: "primary" } : {}),
          ...(status === "assistant" ? [] : [button("Hand back to assistant", cardActions.handBack, id)]),
          button("Close", cardActions.close, id),
        ];
  const inbox = button("Open in inbox", cardActions.open, id, { url: `${publicUrl}/inbox/c/${id}` });
  return { type: "actions", elements: [...shown, inbox] };
}

function hint({ status, repliesTo }: Conversation): ContextBlock {
  const text =
    status === "closed"
      ? "Reopen the conversation to answer."
      : repliesTo === "team"
        ? "What you write in this thread is for the team only."
        : "Reply in this thread to answer. Start with `note:` to write for the team only.";
  return { type: "context", elements: [{ type: "mrkdwn", text }] };
}
