import { assignedInWords } from "../../../../conversation/assigned-in-words.ts";
import { callFailedInWords } from "../../../../conversation/call-failed.ts";
import { lossInWords, reachableInWords, regainedInWords } from "../../../../conversation/contact-in-words.ts";
import type { Conversation } from "../../../../conversation/conversation.ts";
import type { Decision } from "../../../../conversation/decision.ts";
import { offeredFor } from "../../../../conversation/decision-in-words.ts";
import { escalatedInWords } from "../../../../conversation/escalated-in-words.ts";
import type { Author } from "../../../../conversation/message.ts";
import { missedInWords } from "../../../../conversation/missed-in-words.ts";
import { ratingInWords } from "../../../../conversation/rating.ts";
import { visitorName } from "./names.ts";
import type { Shown } from "./shown.ts";

type Turn = Exclude<Shown, { type: "message.posted" }>;

/** What happened, as one fine line between the messages. */
export function inOneLine(event: Turn, conversation: Conversation): string {
  switch (event.type) {
    case "message.edited":
      return `${authorName(event.message.author, conversation)} edited a message`;
    case "message.translated":
      return `A message by ${authorName(event.message.author, conversation)} was translated`;
    case "message.deleted":
      return `${authorName(event.by, conversation)} deleted a message`;
    case "message.madeInternal":
      return `${event.by.name} made a message internal`;
    case "message.revealed":
      return `${event.by.name} looked at what is masked`;
    case "conversation.repliesSwitched":
      return event.to === "team"
        ? `${event.by.name} made replies in the thread internal`
        : `${event.by.name} sends replies in the thread to the visitor again`;
    case "conversation.translationSwitched":
      return `${event.by.name} switched translation ${event.isOn ? "on" : "off"}`;
    case "visitor.contactLeft":
      return reachableInWords(visitorName(conversation), event);
    case "visitor.contactLost":
      return lossInWords(event.lost).replace(/\.$/, "");
    case "visitor.contactRegained":
      return regainedInWords(visitorName(conversation), event.recipient);
    case "visitor.blocked":
      return `${event.by.name} blocked the visitor`;
    case "visitor.unblocked":
      return `${event.by.name} unblocked the visitor`;
    case "conversation.handedOff":
      return withWords(`Handed off: ${reasonOf(event.handoff)}`, event.handoff);
    case "conversation.handoffMissed":
      return withWords(missedInWords(event.missed), event.missed);
    case "conversation.offered":
      return `The assistant offered a person: ${offeredFor(event.offer)}`;
    case "conversation.offerDeclined":
      return `${visitorName(conversation)} keeps going with the assistant`;
    case "conversation.ratingAsked":
      return `${visitorName(conversation)} was asked how it went`;
    case "conversation.rated":
      return ratingInWords(event.rating, visitorName(conversation));
    case "conversation.ratingDeclined":
      return `${visitorName(conversation)} would rather not say how it went`;
    case "conversation.callFailed":
      return callFailedInWords(event).replace(/\.$/, "");
    case "conversation.escalated":
      return escalatedInWords(event.escalation, event.instead).replace(/\.$/, "");
    case "conversation.claimed":
      return `${event.agent.name} claimed`;
    case "conversation.assigned":
      return assignedInWords(event).replace(/\.$/, "");
    case "conversation.handedBack":
      return `${event.by.name} handed back to the assistant`;
    case "conversation.summedUp":
      return `The assistant goes by what was decided: “${event.account}”`;
    case "conversation.closed":
      return `${event.by.name} closed`;
    case "conversation.reopened":
      return event.by.kind === "agent"
        ? `${event.by.name} reopened`
        : `${visitorName(conversation)} wrote again: reopened`;
  }
}

function authorName(author: Author, conversation: Conversation): string {
  if (author.kind === "agent") return author.name;
  return author.kind === "visitor" ? visitorName(conversation) : "The assistant";
}

/** "asked for a person" */
const reasonOf = ({ reason }: Decision) =>
  (reason.charAt(0).toLowerCase() + reason.slice(1)).replace(/\.$/, "");

/** "… — “talk to a human”" */
const withWords = (line: string, { matched }: Decision) => (matched ? `${line} — “${matched}”` : line);
