import type { Told } from "../conversation/archive.ts";
import { asItStands } from "../conversation/as-it-stands.ts";
import { type ConversationEvent, isFromVisitor, isHandedOff } from "../conversation/events.ts";
import { quarterOf } from "./range.ts";
import { type Rated, ratedIn } from "./rated.ts";
import { type Stretch, stretchesOf } from "./stretches.ts";

/** What the numbers are made of: read from one conversation's events, and nothing else. */
export interface Facts {
  conversationId: string;
  siteKey: string;
  /** Counted up to this event. */
  seq: number;
  stretches: Stretch[];
  activity: Activity[];
  rated: Rated[];
}

/** A quarter hour in which something was said. */
export interface Activity {
  quarter: number;
  /** The visitor wrote, or was handed to people. */
  isActive: boolean;
  /** The assistant answered. */
  isAnswered: boolean;
}

/** Pure: the same conversation always gives the same facts, so they can be made anew at any time. */
export function factsOf({ conversation: { id, siteKey }, events }: Told): Facts {
  const standing = asItStands(events);
  return {
    conversationId: id,
    siteKey,
    seq: events.at(-1)?.seq ?? 0,
    stretches: stretchesOf(standing),
    activity: activityOf(standing),
    rated: ratedIn(standing),
  };
}

function activityOf(events: readonly ConversationEvent[]): Activity[] {
  const quarters = new Map<number, Activity>();
  for (const event of events) {
    const isActive = isFromVisitor(event) || isHandedOff(event);
    const isAnswered = isFromAssistant(event);
    if (!isActive && !isAnswered) continue;
    const quarter = quarterOf(event.at);
    const known = quarters.get(quarter);
    quarters.set(quarter, {
      quarter,
      isActive: isActive || known?.isActive === true,
      isAnswered: isAnswered || known?.isAnswered === true,
    });
  }
  return [...quarters.values()];
}

const isFromAssistant = (event: ConversationEvent) =>
  event.type === "message.posted" && event.message.author.kind === "assistant" && !event.message.note;
