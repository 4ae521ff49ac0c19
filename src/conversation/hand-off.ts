import { assertNotBlocked } from "./block.ts";
import { awaitsAssistant, type Conversation, isOpen, seenAs } from "./conversation.ts";
import type { Core, Whose } from "./core.ts";
import type { Decision } from "./decision.ts";
import type { Happening } from "./events.ts";
import { backToAssistant, waiting } from "./ownership.ts";
import { hasContact } from "./reachable.ts";
import type { Recorded, Source } from "./store.ts";
import { unchanged } from "./unchanged.ts";

export type HandoffRequest = Whose & {
  decision: Decision;
  /** Given by whoever decided on what they had read; a decision about an older part is dropped. */
  generation?: number;
  /** What the visitor is told instead of the usual sentence. */
  sentence?: string | undefined;
  /** So they are asked where to answer them. */
  nobodyIsThere?: boolean | undefined;
  source: Source;
};

/** What the visitor reads at a handoff, word for word, unless whoever asks for people knows better. */
export const handoffSentence = "Connecting you with a team member — one moment please.";

/** Why people come when the visitor was asked first. */
export const acceptedOffer = "Accepted the offer of a person";

export async function handOff(core: Core, request: HandoffRequest): Promise<Recorded> {
  const loaded = await core.load(request);
  const asked = asking(loaded, request.generation);
  if (!asked) return unchanged(loaded);

  const { conversation, happenings } = asked;
  const handoff = { ...decisionFor(conversation, request.decision), at: core.now() };
  const page = "page" in request ? request.page : undefined;
  const sentence = request.sentence ?? handoffSentence;
  const asksContact = request.nobodyIsThere === true && !hasContact(conversation);
  const away = request.nobodyIsThere === true ? { nobodyIsThere: true as const } : {};
  const handedOff: Happening = { type: "conversation.handedOff", handoff, sentence, ...away };
  return core.record(
    { ...seenAs(waiting(conversation, handoff), { page }), asksContact },
    [...happenings, handedOff],
    request.source,
  );
}

/** As people can be asked for in it, with what that takes; undefined where they have been, or where that is out of date. */
export function asking(
  loaded: Conversation,
  generation: number | undefined,
): { conversation: Conversation; happenings: Happening[] } | undefined {
  if (generation !== undefined && generation !== loaded.generation) return undefined;
  assertNotBlocked(loaded);
  if (!isOpen(loaded))
    return {
      conversation: backToAssistant(loaded),
      happenings: [{ type: "conversation.reopened", by: { kind: "visitor" } }],
    };
  return awaitsAssistant(loaded) ? { conversation: loaded, happenings: [] } : undefined;
}

/** The button that is pressed while a person is offered is that of the offer. */
function decisionFor({ offer }: Conversation, decision: Decision): Decision {
  if (!offer?.isOpen || decision.by !== "button") return decision;
  const { at: _at, isOpen: _isOpen, ...afterOffer } = offer;
  return { ...decision, reason: acceptedOffer, afterOffer };
}
