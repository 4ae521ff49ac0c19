import type { Brief } from "../../conversation/brief.ts";
import type { Conversation, Page } from "../../conversation/conversation.ts";
import type { Decision } from "../../conversation/decision.ts";
import type { ConversationEvent, Happening } from "../../conversation/events.ts";
import type { Attachment, Message, Sent, Translation } from "../../conversation/message.ts";
import type { Rating } from "../../conversation/rating.ts";
import { masked } from "./masked.ts";

/** A conversation as it may leave. */
export function conversationWithoutSecrets(conversation: Conversation): Conversation {
  const { visitor, page, handoff, brief, offer, missed, rating } = conversation;
  return {
    ...conversation,
    visitor: visitor.name ? { ...visitor, name: masked(visitor.name) } : visitor,
    page: page && pageWithout(page),
    handoff: handoff && { ...handoff, ...decisionWithout(handoff) },
    brief: brief && briefWithout(brief),
    offer: offer && { ...offer, ...decisionWithout(offer) },
    missed: missed && { ...missed, ...decisionWithout(missed) },
    rating: rating?.given ? { ...rating, given: ratingWithout(rating.given) } : rating,
  };
}

/** What happened, as it may leave. Edits, translations and the names of files are words like any other. */
export function eventWithoutSecrets(event: ConversationEvent): ConversationEvent {
  const { id, conversationId, seq, at, via, externalId, ...happening } = event;
  return { ...happeningWithout(happening), id, conversationId, seq, at, via, externalId };
}

function happeningWithout(happening: Happening): Happening {
  switch (happening.type) {
    case "message.posted":
    case "message.edited":
    case "message.deleted":
    case "message.madeInternal":
    case "message.translated":
      return { ...happening, message: messageWithout(happening.message) };
    case "conversation.handedOff":
      return {
        ...happening,
        handoff: { ...happening.handoff, ...decisionWithout(happening.handoff) },
      };
    case "conversation.offered":
      return { ...happening, offer: { ...happening.offer, ...decisionWithout(happening.offer) } };
    case "conversation.handoffMissed":
      return { ...happening, missed: { ...happening.missed, ...decisionWithout(happening.missed) } };
    case "conversation.briefed":
      return { ...happening, brief: briefWithout(happening.brief) };
    case "conversation.summedUp":
      return { ...happening, account: masked(happening.account) };
    case "conversation.rated":
      return { ...happening, rating: ratingWithout(happening.rating) };
    case "conversation.ratingAsked":
    case "conversation.ratingDeclined":
    case "message.revealed":
    case "conversation.reached":
    case "conversation.offerDeclined":
    case "conversation.escalated":
    case "conversation.claimed":
    case "conversation.assigned":
    case "conversation.callFailed":
    case "conversation.handedBack":
    case "conversation.closed":
    case "conversation.reopened":
    case "conversation.repliesSwitched":
    case "conversation.translationSwitched":
    case "visitor.contactLeft":
    case "visitor.contactLost":
    case "visitor.contactRegained":
    case "visitor.blocked":
    case "visitor.unblocked":
      return happening;
  }
}

function messageWithout(message: Message): Message {
  const { text, files, translation, sent } = message;
  const shown = { text: masked(text), files: files?.map(fileWithoutSecrets) };
  const hasMasked =
    shown.text !== text || shown.files?.some((file, index) => file.name !== files?.[index]?.name);
  return {
    ...message,
    ...(hasMasked && { hasMasked: true as const }),
    text: shown.text,
    ...(shown.files && { files: shown.files }),
    ...(translation && { translation: translationWithout(translation) }),
    ...(sent && { sent: sentWithout(sent) }),
  };
}

export const fileWithoutSecrets = <File extends Pick<Attachment, "name">>(file: File): File => ({
  ...file,
  name: masked(file.name),
});

const translationWithout = (translation: Translation): Translation =>
  translation.state === "done" ? { ...translation, text: masked(translation.text) } : translation;

const sentWithout = (sent: Sent): Sent => ({
  ...sent,
  text: masked(sent.text),
  ...(sent.original !== undefined && { original: masked(sent.original) }),
});

const pageWithout = ({ url, title }: Page): Page => ({
  url: masked(url),
  title: title === undefined ? undefined : masked(title),
});

function decisionWithout<Made extends Decision>(decision: Made): Made {
  const { matched, summary, afterOffer } = decision;
  return {
    ...decision,
    ...(matched !== undefined && { matched: masked(matched) }),
    ...(summary !== undefined && { summary: masked(summary) }),
    ...(afterOffer && { afterOffer: decisionWithout(afterOffer) }),
  };
}

const ratingWithout = ({ reason, ...rating }: Rating): Rating =>
  reason === undefined ? rating : { ...rating, reason: masked(reason) };

function briefWithout(brief: Brief): Brief {
  return {
    ...brief,
    problem: masked(brief.problem),
    tried: brief.tried.map(masked),
    questions: brief.questions.map(masked),
    replies: brief.replies.map((reply) => ({ ...reply, text: masked(reply.text) })),
  };
}
