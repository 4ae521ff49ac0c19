import { ConversationError } from "../../../conversation/errors.ts";
import type { Conversations } from "../../../conversation/index.ts";
import type { AgentReply } from "../../../conversation/reply.ts";
import type { FoundMessage } from "./find-message.ts";
import { type LooksOf, looksInternal } from "./looks-internal.ts";
import { noteIn } from "./note-prefix.ts";
import { takenBack } from "./seen.ts";
import { actOn, addressIn } from "./source.ts";

export interface SentChange {
  /** What it is now. */
  said: AgentReply;
  looks: LooksOf;
  /** It bore the sign of a note before; undefined when Slack does not say. */
  wasMarked: boolean | undefined;
  /** Slack's time of the edit. */
  at: string;
}

/** An edit of what was recorded already. A reply can become a note, a note stays one. Returns what its author should know of. */
export function createChangeSent(conversations: Conversations) {
  return async (
    { message, posted }: NonNullable<FoundMessage["now"]>,
    { said, looks, wasMarked, at }: SentChange,
  ): Promise<string[]> => {
    const { conversationId, agent, text, files, source } = said;
    const { teamId, ...address } = addressIn(source);
    const change = { conversationId, messageId: message.id };
    const note = noteIn(text);
    const isNewlyInDoubt = looksInternal(looks) && !looksInternal({ ...looks, ...looksOf(message.text) });
    if (!message.note && note === undefined && isNewlyInDoubt) return [looksLikeNote];

    const told: string[] = [];
    if (!message.note && note !== undefined) {
      const internal = actOn(teamId, address, `${at}/internal`);
      const made = await conversations.makeInternal({ ...change, by: agent, source: internal });
      told.push(takenBack(made.conversation, message, posted.seq));
    }
    const by = { kind: "agent", ...agent } as const;
    try {
      await conversations.edit({
        ...{ ...change, text: note ?? text, files, by },
        source: actOn(teamId, address, at),
      });
    } catch (error) {
      if (!(error instanceof ConversationError)) throw error;
      return [...told, `${message.note ? "" : stillSeen} ${error.message}`.trim()];
    }
    if (message.note && note === undefined && wasMarked) told.push(staysNote);
    return told;
  };
}

/** Of words that were sent: names in them were known to be for the visitor. */
const looksOf = (text: string) => ({ text, callsColleagues: /(^|\s)@\p{L}/u.test(text) });

const stillSeen = "Your edit did not reach the visitor, who still sees what you wrote before.";
const staysNote =
  "This was a note and stays one: the visitor does not see it. To answer them, write a new message.";
const looksLikeNote =
  "Your edit looks like a note for your team, so the visitor still sees what you wrote before. Begin with note: to take it back from them, or edit it again.";
