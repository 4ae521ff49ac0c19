import type { Decision } from "../../conversation/decision.ts";
import { handoffWordsFor } from "../../settings/handoff-sentence.ts";
import type { Frame, WidgetInbound } from "./inbound.ts";
import type { Sender } from "./limits.ts";
import type { ToVisitor } from "./protocol.ts";

/** The button was pressed: people are called, or it is kept that they would have been. */
export async function askForPerson(
  { conversations, settings, now }: WidgetInbound,
  { siteKey, visitorId, language }: Sender,
  { id, page }: Frame<"ask-for-person">,
): Promise<ToVisitor> {
  const current = await settings.current();
  const asked = {
    ...{ siteKey, visitor: { id: visitorId, language }, page, decision: pressed },
    source: { via: "widget", externalId: `${visitorId}/${id}` },
  };
  if (!current.liveHandoff) {
    await conversations.missHandoff(asked);
    return { type: "refused", id, message: nobodyIsThere };
  }

  const { seq } = await conversations.handOff({
    ...asked,
    ...handoffWordsFor({
      ...{ settings: current, now: now(), language },
      availability: await settings.availability(),
    }),
  });
  return { type: "saved", id, seq };
}

const pressed: Decision = {
  ...{ by: "button", reason: "Asked for a person" },
  ...{ matched: "Talk to a person", confidence: 1 },
};

const nobodyIsThere =
  "Nobody from the team is taking chats at the moment. They see that you asked, and what you write here is kept for them.";
