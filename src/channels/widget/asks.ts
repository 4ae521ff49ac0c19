import type { Conversation } from "../../conversation/conversation.ts";
import { maxReasonLength, type RatingRequest } from "../../conversation/rating.ts";
import { ratingWordsIn } from "../../settings/rating-words.ts";
import type { Ask, AskPart } from "./protocol.ts";

/** How it went: good or not; then, once, why. */
export function asksOf({ rating, isBlocked, visitor }: Conversation): Ask[] {
  return rating?.isOpen && !isBlocked ? [howItWent(rating, visitor.language)] : [];
}

function howItWent({ sentence, given }: RatingRequest, language: string | undefined): Ask {
  const words = ratingWordsIn(language);
  const skip: AskPart = { label: words.skip, frame: { type: "skip-rating" } };
  if (!given)
    return [
      { label: sentence },
      { label: words.good, frame: { type: "rate", isGood: true } },
      { label: words.bad, frame: { type: "rate", isGood: false } },
      skip,
    ];
  const { isGood } = given;
  return [
    { label: isGood ? words.whyGood : words.whyBad, field: { name: "reason", maxLength: maxReasonLength } },
    { label: words.submit, frame: { type: "rate", isGood } },
    skip,
  ];
}
