import type { RichTextBlockElement } from "@slack/types";
import type { Agent, Conversation } from "../../../conversation/conversation.ts";
import type { ConversationEvent } from "../../../conversation/events.ts";
import type { Author, Message } from "../../../conversation/message.ts";
import { cut, cutMarkdown } from "../text/cut.ts";
import { markdownToRichText } from "../text/markdown.ts";
import { plainToRichText } from "../text/plain.ts";
import type { Position } from "./metadata.ts";
import { type Speaker, speakerOf, visitorName } from "./speaker.ts";

/** One thing a thread shows: words somebody said, or a fine line about what happened. */
export type Entry = { position: Position; at: number } & (
  | { kind: "words"; speaker: Speaker; isNote: boolean; text: string; elements: RichTextBlockElement[] }
  | { kind: "line"; text: string; isCall: boolean }
);

/** Slack takes 3,000 characters of text in one block; the author's name needs some. */
const maxPieceLength = 2_900;

/** What a thread shows of an event: usually one entry, several when a message is too long for a block. */
export function entriesOf(event: ConversationEvent, conversation: Conversation): Entry[] {
  const line = (text: string, isCall = false): Entry[] => [
    { kind: "line", position: { seq: event.seq, part: 1 }, at: event.at, text, isCall },
  ];
  switch (event.type) {
    case "message.posted":
      return said(event.message, event, conversation);
    case "message.edited":
    case "message.deleted":
    case "message.madeInternal":
    case "conversation.reached":
    case "conversation.repliesSwitched":
      return [];
    case "visitor.blocked":
      return line(`${event.by.name} blocked the visitor.`);
    case "visitor.unblocked":
      return line(`${event.by.name} unblocked the visitor.`);
    case "conversation.handedOff":
      return line(
        `${event.handoff.reason}. ${visitorName(conversation)} was told: “${event.sentence}”`,
        true,
      );
    case "conversation.claimed":
      return line(`Claimed by ${event.agent.name}.`);
    case "conversation.handedBack":
      return line(`${event.by.name} handed the conversation back to the assistant.`);
    case "conversation.closed":
      return line(`Closed by ${event.by.name}.`);
    case "conversation.reopened":
      return line(`Reopened by ${nameOf(event.by, conversation)}.`);
  }
}

const nameOf = (author: Author | Agent, conversation: Conversation) =>
  "kind" in author ? speakerOf(author, conversation).name : author.name;

function said(message: Message, { seq, at }: ConversationEvent, conversation: Conversation): Entry[] {
  const isPlain = message.author.kind === "visitor";
  const speaker = speakerOf(message.author, conversation);
  return (isPlain ? cut : cutMarkdown)(message.text, maxPieceLength).map((text, index) => ({
    kind: "words",
    position: { seq, part: index + 1 },
    at,
    speaker,
    isNote: message.note,
    text,
    elements: isPlain ? plainToRichText(text) : markdownToRichText(text),
  }));
}
