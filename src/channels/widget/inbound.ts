import { ConversationError } from "../../conversation/errors.ts";
import type { Conversations } from "../../conversation/index.ts";
import type { Files } from "../../files/index.ts";
import type { Log } from "../../log.ts";
import type { SettingsDesk } from "../../settings/index.ts";
import { ratingWordsIn } from "../../settings/rating-words.ts";
import { askForPerson } from "./ask-for-person.ts";
import type { Limits, Sender } from "./limits.ts";
import { FromVisitor, type ToVisitor } from "./protocol.ts";
import { edit, say } from "./said.ts";
import { type WhyNot, whereToAnswer } from "./where-to-answer.ts";

export interface WidgetInbound {
  conversations: Conversations;
  settings: SettingsDesk;
  files: Files;
  limits: Limits;
  log: Log;
  now: () => number;
  /** What leaving a number means, in the words the visitor reads; none: visitors are not answered by SMS. */
  smsConsent?: string | undefined;
  whyNot: WhyNot;
}

export type Hello = Frame<"hello">;

/** A frame as the protocol knows it; undefined for anything else. */
export function read(data: string): FromVisitor | undefined {
  try {
    return FromVisitor.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}

export type Frame<Type extends FromVisitor["type"]> = Extract<FromVisitor, { type: Type }>;
type Acting = Frame<
  "say" | "edit" | "ask-for-person" | "keep-going" | "give-address" | "rate" | "skip-rating"
>;

/** What a visitor does in the widget, turned into the verbs of a conversation. Resolves to the answer, if there is one; never rejects. */
export async function act(
  inbound: WidgetInbound,
  sender: Sender,
  frame: Acting | Frame<"reached">,
): Promise<ToVisitor | undefined> {
  switch (frame.type) {
    case "reached":
      await reached(inbound, sender, frame);
      return undefined;
    case "say":
    case "edit":
    case "ask-for-person":
    case "keep-going":
    case "give-address":
    case "rate":
    case "skip-rating":
      return done(inbound, sender, frame);
  }
}

async function done(inbound: WidgetInbound, sender: Sender, frame: Acting): Promise<ToVisitor> {
  try {
    const retryAfterMs = await inbound.limits.spend(sender);
    if (retryAfterMs > 0) return slowDown(frame.id, retryAfterMs);

    switch (frame.type) {
      case "say":
        return await say(inbound, sender, frame);
      case "edit":
        return await edit(inbound, sender, frame);
      case "ask-for-person":
        return await askForPerson(inbound, sender, frame);
      case "keep-going":
        return await keepGoing(inbound, sender, frame);
      case "give-address":
        return await leaveContact(inbound, sender, frame);
      case "rate":
        return await rate(inbound, sender, frame);
      case "skip-rating":
        return await skipRating(inbound, sender, frame);
    }
  } catch (error) {
    if (error instanceof ConversationError) return { type: "refused", id: frame.id, message: error.message };
    inbound.log.error("a visitor's message could not be saved", { visitorId: sender.visitorId, error });
    return {
      type: "refused",
      id: frame.id,
      message: "We could not save your message just now. It is sent again in a moment.",
      retryAfterMs: 3_000,
    };
  }
}

/** Lost, it is told again with the next news: not worth a word to the visitor. */
async function reached(
  { conversations, log }: WidgetInbound,
  { siteKey, visitorId }: Sender,
  { seq, isSeen }: Frame<"reached">,
): Promise<void> {
  const externalId = `${visitorId}/${isSeen ? "seen" : "reached"}/${seq}`;
  await conversations
    .reach({
      siteKey,
      visitor: { id: visitorId },
      upTo: seq,
      isSeen,
      source: { via: "widget", externalId },
    })
    .catch((error: unknown) => log.warn("a receipt could not be saved", { visitorId, error }));
}

async function keepGoing(
  { conversations }: WidgetInbound,
  { siteKey, visitorId }: Sender,
  { id }: Frame<"keep-going">,
): Promise<ToVisitor> {
  const { seq } = await conversations.decline({
    ...{ siteKey, visitor: { id: visitorId } },
    source: { via: "widget", externalId: `${visitorId}/${id}` },
  });
  return { type: "saved", id, seq };
}

async function leaveContact(
  { conversations, smsConsent, whyNot }: WidgetInbound,
  { siteKey, visitorId }: Sender,
  frame: Frame<"give-address">,
): Promise<ToVisitor> {
  const { id } = frame;
  const contact = await whereToAnswer(frame, { smsConsent, whyNot });
  if (typeof contact === "string") return { type: "refused", id, message: contact };

  const { seq } = await conversations.leaveContact({
    ...{ siteKey, visitor: { id: visitorId }, ...contact },
    source: { via: "widget", externalId: `${visitorId}/${id}` },
  });
  return { type: "saved", id, seq };
}

async function rate(
  { conversations }: WidgetInbound,
  { siteKey, visitorId, language }: Sender,
  { id, isGood, reason }: Frame<"rate">,
): Promise<ToVisitor> {
  const { seq } = await conversations.rate({
    ...{ siteKey, visitor: { id: visitorId }, isGood, reason },
    thanks: ratingWordsIn(language)[reason ? "thanksForReason" : "thanks"],
    source: { via: "widget", externalId: `${visitorId}/${id}` },
  });
  return { type: "saved", id, seq };
}

async function skipRating(
  { conversations }: WidgetInbound,
  { siteKey, visitorId }: Sender,
  { id }: Frame<"skip-rating">,
): Promise<ToVisitor> {
  const { seq } = await conversations.declineRating({
    ...{ siteKey, visitor: { id: visitorId } },
    source: { via: "widget", externalId: `${visitorId}/${id}` },
  });
  return { type: "saved", id, seq };
}

function slowDown(id: string, retryAfterMs: number): ToVisitor {
  const seconds = Math.ceil(retryAfterMs / 1_000);
  return {
    type: "refused",
    id,
    message: `You are writing faster than we can take it. Your message is sent in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
    retryAfterMs,
  };
}
