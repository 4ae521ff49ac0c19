import type { ConversationStore } from "../../conversation/store.ts";
import type { Trace, Traces } from "../../conversation/traces.ts";
import { createHints } from "../../notifications/hints.ts";
import { siteNameFor } from "../../settings/site-name.ts";
import type { Sites } from "../../settings/sites.ts";
import type { ReceivedSms } from "./received-sms.ts";
import { createTeamAnswers, type TeamAnswersOptions } from "./team-answers.ts";
import { createVisitorAnswers, type VisitorAnswersOptions } from "./visitor-answers.ts";

export interface AnswersOptions extends TeamAnswersOptions, VisitorAnswersOptions {
  conversations: TeamAnswersOptions["conversations"] & VisitorAnswersOptions["conversations"];
  store: Pick<ConversationStore, "recorded"> & TeamAnswersOptions["store"] & VisitorAnswersOptions["store"];
  traces: Traces;
  sites: Pick<Sites, "find">;
}

/** Whoever answers an SMS of ours is heard: a person of the team, or a visitor. Resolves with what to tell them, if anything. */
export function createAnswers(options: AnswersOptions) {
  const { store, traces, sites, publicUrl } = options;
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
    const trace = await traces.of({ kind: "phone", number: sms.from });
    // Whoever is neither learns nothing, not even that somebody reads this.
    if (held.length === 0) return isOfTeam ? team.take(sms) : trace && erased(sms, trace);
    // What somebody says for themselves must never go to a visitor in the team's name, nor the other way round.
    if (isOfTeam && (await team.toldOf(sms.from)).length > 0)
      return `This number is of the team and has a chat of its own, so we cannot tell whom this is for. It was not sent. ${publicUrl}/inbox`;
    if (trace && (await visitors.mayMean(trace, held)))
      return "A chat with this number was deleted, so we cannot tell whether this is for it. It was not sent. Please follow the link in our last message.";
    return visitors.take(sms, held);
  }
  /** Told once, however often Twilio brings it. */
  async function erased({ id }: ReceivedSms, { siteKey }: Trace): Promise<string | undefined> {
    if (!(await traces.isNew({ via: "sms", externalId: id }))) return undefined;
    const name = siteNameFor(await sites.find(siteKey), undefined);
    return `Your chat with ${name} was deleted, so nobody got this. To write again, begin a new chat on the website.`;
  }
}
