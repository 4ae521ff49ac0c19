import type { ActionsBlock, Button, KnownBlock } from "@slack/types";
import type { Conversation } from "../../conversation/conversation.ts";
import type { Content } from "./post.ts";
import { visitorName } from "./speaker.ts";
import { escaped, inert } from "./text/escape.ts";

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
      mrkdwn([`*${status}*`, ...facts(conversation)].join("\n").slice(0, 3_000)),
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

const mrkdwn = (text: string): KnownBlock => ({
  type: "section",
  text: { type: "mrkdwn", text, verbatim: true },
});

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

const whyOf = ({ handoff }: Conversation) => handoff?.reason ?? "Asked for a person";

function facts(conversation: Conversation): string[] {
  const { handoff, visitor, page } = conversation;
  const matched = handoff?.matched ? ` (“${brief(handoff.matched, 200)}”)` : "";
  return [
    `Why: ${brief(whyOf(conversation), 300)}${matched}`,
    ...(handoff?.summary ? [`Summary: ${brief(handoff.summary, 600)}`] : []),
    ...(handoff?.urgency === "high" ? ["Urgency: high"] : []),
    ...(page ? [`Page: ${pageLink(page)}`] : []),
    `Contact: ${visitor.email ? inert(visitor.email) : "no contact detail"}`,
  ];
}

function brief(text: string, max: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return inert(line.length > max ? `${line.slice(0, max - 1)}…` : line);
}

/** The link's label is its own address: a page's title is the visitor's to choose, and could promise another place. */
function pageLink({ url, title }: { url: string; title?: string | undefined }): string {
  const named = title ? `${brief(title, 150)} · ` : "";
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url) || url.length > 1_000)
    return `${named}${brief(url, 200)}`;
  const { href, host, pathname } = new URL(url);
  const target = href.replaceAll("|", "%7C").replaceAll("<", "%3C").replaceAll(">", "%3E");
  return `${named}<${escaped(target)}|${brief(`${host}${pathname}`.replaceAll("|", " "), 120)}>`;
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
