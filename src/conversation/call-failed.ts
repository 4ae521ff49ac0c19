import { awaitsPeople } from "./conversation.ts";
import type { Core } from "./core.ts";
import type { Recorded, Source } from "./store.ts";
import { unchanged } from "./unchanged.ts";

/** A way of calling people that did not work. */
export interface FailedCall {
  way: "slack" | "email" | "sms";
  /** In words for the team: what is wrong, and what becomes of it. */
  problem: string;
}

export interface CallFailure extends FailedCall {
  conversationId: string;
  /** Of the wait that it is about; somebody may have answered since. */
  generation: number;
  source: Source;
}

/** People were called in one way, and nobody could be reached like that. */
export async function callFailed(
  core: Core,
  { generation, way, problem, source, ...whose }: CallFailure,
): Promise<Recorded> {
  const conversation = await core.load(whose);
  if (!awaitsPeople(conversation) || conversation.generation !== generation) return unchanged(conversation);
  return core.record(conversation, [{ type: "conversation.callFailed", way, problem }], source);
}

/** For the team. */
export const callFailedInWords = ({ way, problem }: FailedCall): string =>
  `Nobody could be ${calledBy[way]}: ${problem}`;

/** How people are called in a way. */
export const calledBy: Record<FailedCall["way"], string> = {
  slack: "called in Slack",
  email: "told by email",
  sms: "told by SMS",
};
