import type { ActionsBlock, Button, ContextBlock, SectionBlock } from "@slack/types";
import type { Conversation } from "../../../conversation/conversation.ts";
import type { Content } from "../posts/post.ts";
import { visitorName } from "../posts/speaker.ts";
import { escaped, inert } from "../text/escape.ts";
import { briefBlocks } from "./brief-blocks.ts";
import { button } from "./button.ts";
import { cardActions } from "./card-actions.ts";
import type { CardFacts } from "./card-facts.ts";
import { translationLine } from "./card-translation.ts";
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
        accessory: menu(facts),
      },
      ...warning(facts),
      { type: "rich_text", elements: [{ type: "rich_text_section", elements: rootFacts(facts) }] },
      buttons(conversation, publicUrl),
      ...switchOf(conversation),
      ...translationLine(conversation.id, facts.translation),
      // Below the buttons: it comes later, and would push another button under the hand of whoever presses one.
      ...briefBlocks(facts),
    ],
  };
}

/** What would surprise whoever answers without knowing it. */
function warning({ conversation: { isBlocked }, blocked }: CardFacts): SectionBlock[] {
  const byWhom = blocked ? ` by ${inert(blocked.by.name)}, ${dateToken(blocked.at)}` : "";
  const text = `:no_entry: *The visitor is blocked${byWhom}.* What they write is refused.`;
  return isBlocked ? [section(text)] : [];
}

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

/** Whom replies in the thread are for, with the button that changes it, and what else to know before writing. */
function switchOf({ id, status, repliesTo }: Conversation): (SectionBlock | ContextBlock)[] {
  const isClosed = status === "closed";
  if (repliesTo === "visitor") {
    if (isClosed) return [hint("Reopen the conversation to answer.")];
    const change = button("Make replies internal", cardActions.toTeam, id);
    return [
      section("*Replies go to the visitor.*", change),
      hint("Start with `note:` to write for the team only."),
    ];
  }
  const change = button("Send replies to the visitor", cardActions.toVisitor, id);
  return [
    section(":lock: *Replies are internal.*", change),
    hint(isClosed ? "Reopen the conversation to answer." : "The visitor gets none of them."),
  ];
}

const section = (text: string, accessory?: Button): SectionBlock => ({
  type: "section",
  text: { type: "mrkdwn", text, verbatim: true },
  ...(accessory ? { accessory } : {}),
});

const hint = (text: string): ContextBlock => ({ type: "context", elements: [{ type: "mrkdwn", text }] });
