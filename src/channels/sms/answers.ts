import type { ConversationStore } from "../../conversation/store.ts";
import { createHints } from "../../notifications/hints.ts";
import type { ReceivedSms } from "./received-sms.ts";
import { createTeamAnswers, type TeamAnswersOptions } from "./team-answers.ts";
import { createVisitorAnswers, type VisitorAnswersOptions } from "./visitor-answers.ts";

export interface AnswersOptions extends TeamAnswersOptions, VisitorAnswersOptions {
  conversations: TeamAnswersOptions["conversations"] & VisitorAnswersOptions["conversations"];
  store: Pick<ConversationStore, "recorded">;
}

/** Whoever answers an SMS of ours is heard: a person of the team, or a visitor. Resolves with what to tell them, if anything. */
export function createAnswers(options: AnswersOptions) {
  const { store, publicUrl } = options;
  const team = createTeamAnswers(options);
  const visitors = createVisitorAnswers(options);
  const mayTell = createHints();

  return async (sms: ReceivedSms): Promise<string | undefined> => {
    if (await store.recorded({ via: "sms", externalId: sms.id })) return undefined;
    const words = await take(sms);
    return words && (await mayTell(sms.from)) ? words : undefined;
  };

  async function take(sms: ReceivedSms): Promise<string | undefined> {
    const held = await visitors.heldWith(sms.from);
    const isOfTeam = await team.isOfTeam(sms.from);
    // Whoever is neither learns nothing, not even that somebody reads this.
    if (held.length === 0) return isOfTeam ? team.take(sms) : undefined;
    // What somebody says for themselves must never go to a visitor in the team's name, nor the other way round.
    if (isOfTeam && (await team.toldOf(sms.from)).length > 0)
      return `This number is of the team and has a chat of its own, so we cannot tell whom this is for. It was not sent. ${publicUrl}/inbox`;
    return visitors.take(sms, held);
  }
}
