import { assertNotBlocked } from "./block.ts";
import type { Conversation } from "./conversation.ts";
import type { Core, Whose } from "./core.ts";
import { ConversationError } from "./errors.ts";
import { haveAnsweredSince, maxReasonLength, type RatedParty } from "./rating.ts";
import type { Recorded, Source } from "./store.ts";
import { storable } from "./text.ts";
import { unchanged } from "./unchanged.ts";

export interface RatingAsked {
  conversationId: string;
  /** Of the part it is about; somebody may have gone on since. */
  generation: number;
  of: RatedParty;
  /** What the visitor is asked. */
  sentence: string;
  source: Source;
}

export type NewRating = Whose & {
  isGood: boolean;
  reason?: string | undefined;
  /** What the visitor is told for it. */
  thanks: string;
  source: Source;
};

/** Asks the visitor how it went: after a close about people who answered, or about the assistant alone. */
export async function askForRating(
  core: Core,
  { generation, of, sentence, source, ...whose }: RatingAsked,
): Promise<Recorded> {
  const conversation = await core.load(whose);
  if (conversation.generation !== generation || conversation.rating || conversation.isBlocked)
    return unchanged(conversation);
  if (!(await isDue(core, conversation, of))) return unchanged(conversation);

  return core.record(
    { ...conversation, rating: { at: core.now(), of, sentence, isOpen: true } },
    [{ type: "conversation.ratingAsked", of, sentence }],
    source,
  );
}

async function isDue({ store }: Core, { id, status }: Conversation, of: RatedParty): Promise<boolean> {
  if (of === "assistant") return status === "assistant";
  return status === "closed" && haveAnsweredSince(await store.eventsAfter(id, 0));
}

/** Only who was asked can say it, and until the conversation goes on with somebody else. */
export async function rate(
  core: Core,
  { isGood, reason, thanks, source, ...whose }: NewRating,
): Promise<Recorded> {
  const conversation = await core.load(whose);
  assertNotBlocked(conversation);
  const asked = conversation.rating;
  if (!asked)
    throw new ConversationError("not_asked", "This chat goes on, so there is nothing to rate at the moment.");

  const words = bounded(reason);
  const rating = { isGood, ...(words && { reason: words }) };
  return core.record(
    { ...conversation, rating: { ...asked, given: rating, isOpen: !words } },
    [{ type: "conversation.rated", rating, thanks }],
    source,
  );
}

/** The visitor would rather not say, or say no more. */
export async function declineRating(
  core: Core,
  { source, ...whose }: Whose & { source: Source },
): Promise<Recorded> {
  const conversation = await core.load(whose);
  const { rating } = conversation;
  if (!rating?.isOpen) return unchanged(conversation);

  return core.record(
    { ...conversation, rating: { ...rating, isOpen: false } },
    [{ type: "conversation.ratingDeclined" }],
    source,
  );
}

function bounded(reason = ""): string {
  const trimmed = storable(reason).trim();
  if (trimmed.length > maxReasonLength)
    throw new ConversationError(
      "too_long",
      `This has ${trimmed.length} characters; at most ${maxReasonLength} can be sent here.`,
    );
  return trimmed;
}
