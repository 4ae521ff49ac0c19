import type { KnownBlock } from "@slack/types";
import type { Proposal } from "../../../knowledge/ports.ts";
import type { Content } from "../posts/post.ts";
import { inert } from "../text/escape.ts";

/** What the buttons do; also their `action_id`s. */
export const lessonActions = {
  approve: "handoff_lesson_approve",
  edit: "handoff_lesson_edit",
  reject: "handoff_lesson_reject",
} as const;

const maxShown = { question: 500, answer: 2_000 };

/** A proposal as its thread shows it: to be decided, or with who decided and how. */
export function lessonPost(proposal: Proposal): Content {
  const head = proposal.state === "open" ? asked[proposal.kind] : verdictOn(proposal);
  const question = inert(cut(proposal.question, maxShown.question));
  const answer = inert(cut(proposal.answer, maxShown.answer));
  return {
    text: head,
    blocks: [
      section(`*${head}*`),
      section(proposal.kind === "trigger" ? quoted(question) : `*${question}*\n${quoted(answer)}`),
      ...(proposal.state === "open" ? [buttons(proposal.id)] : []),
    ],
  };
}

const asked: Record<Proposal["kind"], string> = {
  answer: "Shall the assistant answer this by itself next time?",
  trigger: "Several visitors wrote this and then got a person by hand. Shall it hand over at once?",
};

function verdictOn({ kind, state, decidedBy = "Somebody" }: Proposal): string {
  const who = inert(decidedBy);
  if (state === "rejected") return `Rejected by ${who}.`;
  return kind === "answer"
    ? `Approved by ${who}: the assistant answers this from now on.`
    : `Approved by ${who}: whoever writes this is handed to people at once.`;
}

const section = (text: string): KnownBlock => ({
  type: "section",
  text: { type: "mrkdwn", text, verbatim: true },
});

const quoted = (text: string) => text.replaceAll(/^/gm, "> ");

const buttons = (id: string): KnownBlock => ({
  type: "actions",
  elements: [
    { ...button("Approve", lessonActions.approve, id), style: "primary" },
    button("Edit", lessonActions.edit, id),
    button("Reject", lessonActions.reject, id),
  ],
});

const button = (text: string, action_id: string, value: string) =>
  ({ type: "button", text: { type: "plain_text", text }, action_id, value }) as const;

const cut = (text: string, maxLength: number) =>
  text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text;
