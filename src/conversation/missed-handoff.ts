import { type Conversation, goingOn, seenAs } from "./conversation.ts";
import type { Core, Whose } from "./core.ts";
import type { Decision } from "./decision.ts";
import type { Happening } from "./events.ts";
import { asking, handOff } from "./hand-off.ts";
import { inBothLanguages } from "./in-both-languages.ts";
import type { Recorded, Source } from "./store.ts";
import { written } from "./text.ts";
import { unchanged } from "./unchanged.ts";

/** People asked for while nobody is handed to them (ms since 1970, of the last time), and why. */
export interface MissedHandoff extends Decision {
  at: number;
  /** Nobody has answered since, not even the assistant. */
  isOpen: boolean;
}

export type MissedRequest = Whose & {
  decision: Decision;
  /** Given by whoever decided on what they had read; a decision about an older part is dropped. */
  generation?: number;
  /** What the assistant tells the visitor about it; nothing where they are told otherwise. */
  text?: string | undefined;
  source: Source;
};

export interface LateHandoff {
  conversationId: string;
  sentence?: string | undefined;
  nobodyIsThere?: boolean | undefined;
  source: Source;
}

/** Nobody is handed to people: that they were asked for is kept, and the visitor is told the truth. */
export async function missHandoff(core: Core, request: MissedRequest): Promise<Recorded> {
  const { decision, generation, text, source } = request;
  const loaded = await core.load(request);
  const asked = asking(loaded, generation);
  if (!asked) return unchanged(loaded);

  const { conversation, happenings } = asked;
  const page = "page" in request ? request.page : undefined;
  const missed = { ...whyFirst(conversation, decision), at: core.now() };
  const said = text === undefined ? [] : [await saidBy(core, conversation, text)];
  return core.record(
    { ...seenAs(goingOn(conversation), { page }), missed: { ...missed, isOpen: true } },
    [...happenings, ...said, { type: "conversation.handoffMissed", missed }],
    source,
  );
}

/** Handed to people after all, unless somebody has answered meanwhile. */
export async function handOffLate(core: Core, late: LateHandoff): Promise<Recorded> {
  const conversation = await core.load(late);
  if (!conversation.missed?.isOpen) return unchanged(conversation);
  const { at: _at, isOpen: _isOpen, reason, ...decision } = conversation.missed;
  const { generation } = conversation;
  return handOff(core, { ...late, generation, decision: { ...decision, reason: `${reason}${whileOff}` } });
}

/** What the assistant has answered since is not handed to people later. */
export function answeredSince(conversation: Conversation): Conversation {
  const { missed } = conversation;
  return missed?.isOpen ? { ...conversation, missed: { ...missed, isOpen: false } } : conversation;
}

const whileOff = ", while live handoff was off";

/** Whoever asks again while they wait wants what they wanted first. */
function whyFirst({ missed }: Conversation, decision: Decision): Decision {
  if (!missed?.isOpen) return decision;
  const { at: _at, isOpen: _isOpen, ...first } = missed;
  return first;
}

async function saidBy(core: Core, conversation: Conversation, text: string): Promise<Happening> {
  const author = { kind: "assistant" } as const;
  const words = { id: core.newId(), author, ...written(text), note: false };
  return { type: "message.posted", message: await inBothLanguages(core, conversation, words) };
}
