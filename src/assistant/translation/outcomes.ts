import { type Conversation, isTranslated } from "../../conversation/conversation.ts";
import type { ConversationEvent } from "../../conversation/events.ts";
import type { Outcome } from "../../conversation/translate.ts";
import type { Log } from "../../log.ts";
import { isSameLanguage } from "../../settings/languages.ts";
import { type Model, ModelError } from "../model.ts";
import { type Batch, isByVisitor, isRead, type Posted } from "./batch.ts";
import { request, type Translated } from "./request.ts";

export interface Asked {
  model: Model | undefined;
  batch: Batch;
  conversation: Conversation;
  /** All of the conversation, as it stands. */
  events: readonly ConversationEvent[];
  /** Says that this is still under way. */
  stillHere: () => Promise<void>;
  log: Log;
}

export interface Outcomes {
  outcomes: Outcome[];
  visitorLanguage?: string | undefined;
}

/** What becomes of each message of a batch. Never rejects for a model's sake: then the outcome says why. */
export async function outcomesOf(asked: Asked): Promise<Outcomes> {
  const { batch, conversation, events } = asked;
  const { isForVisitor, posts } = batch;
  const teamLanguage = conversation.translating?.teamLanguage ?? "en";
  const into = isForVisitor ? conversation.visitor.language : teamLanguage;
  if (into === undefined) return { outcomes: posts.map((post) => failed(post, languageUnknown)) };

  const isAsItIs = (post: Posted) =>
    isForVisitor &&
    (post.message.text === "" || isSameLanguage(into, teamLanguage) || !isToBeTranslated(post, asked));
  const others = posts.filter((post) => !isAsItIs(post));
  const translations = await translationsOf(others, into, asked);

  return {
    outcomes: posts.map((post) => {
      const translated = translations.get(post);
      if (!translated) return outcome(post, { state: "same" });
      return translated instanceof ModelError
        ? failed(post, `${translated.message} ${isForVisitor ? changeReply : switchAgain}`)
        : outcome(post, inOther(post, translated, into));
    }),
    visitorLanguage: isForVisitor ? undefined : visitorLanguage(translations, events),
  };
}

type Translations = Map<Posted, Translated | ModelError>;

/** Where one of several cannot be translated, the others are. */
async function translationsOf(posts: readonly Posted[], into: string, asked: Asked): Promise<Translations> {
  const { model, events, stillHere, log } = asked;
  const [first] = posts;
  if (!first) return new Map();
  if (!model) return new Map(posts.map((post) => [post, noModel]));

  try {
    const texts = posts.map(({ message }) => message.text);
    const translated = await request(model, { texts, into, before: before(first, events) }, stillHere);
    return new Map(posts.flatMap((post, index) => (translated[index] ? [[post, translated[index]]] : [])));
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    log.warn("the model did not translate", { model: model.name, messages: posts.length, error });
    if (posts.length === 1 || error.isMisconfigured) return new Map(posts.map((post) => [post, error]));
    const alone = await Promise.all(posts.map((post) => translationsOf([post], into, asked)));
    return new Map(alone.flatMap((one) => [...one]));
  }
}

/** What was said before, briefly. Notes stay inside the team. */
const before = ({ seq }: Posted, events: readonly ConversationEvent[]): string[] =>
  events
    .flatMap((event) =>
      event.type === "message.posted" && !event.message.note && event.seq < seq ? [event] : [],
    )
    .slice(-4)
    .map(({ message: { author, text } }) => `${author.kind}: ${text.slice(0, 300)}`);

function inOther({ message }: Posted, { text, from }: Translated, into: string): Outcome["translation"] {
  const isSame = text === message.text || (from !== undefined && isSameLanguage(from, into));
  return isSame ? { state: "same" } : { state: "done", text, language: into };
}

/** Of the last thing they said that can be told by, unless later words have been read already. */
function visitorLanguage(
  translations: Translations,
  events: readonly ConversationEvent[],
): string | undefined {
  const told = [...translations].findLast(
    ([post, translated]) => isByVisitor(post) && !(translated instanceof ModelError) && translated.from,
  );
  if (!told || told[1] instanceof ModelError) return undefined;
  const [{ seq }, { from }] = [told[0], told[1]];
  return events.some((event) => event.seq > seq && isRead(event)) ? undefined : from;
}

/** What was written after it was switched off waits for what was written before, and for no translation. */
function isToBeTranslated({ seq }: Posted, { conversation, events }: Asked): boolean {
  if (isTranslated(conversation)) return true;
  const last = events.findLast(
    (event) => event.type === "conversation.translationSwitched" && event.seq < seq,
  );
  return last?.type === "conversation.translationSwitched" && last.isOn;
}

const outcome = ({ message }: Posted, translation: Outcome["translation"]): Outcome => ({
  ...{ messageId: message.id, of: message.text, translation },
});

const failed = (post: Posted, reason: string) => outcome(post, { state: "failed", reason });

const noModel = new ModelError("No model is connected: set GEMINI_API_KEY and restart.", { passing: false });
const languageUnknown = "It is not known yet which language the visitor writes.";
const changeReply = "Change a word of it to have it tried again.";
const switchAgain = "Switch translation off and on to have it tried again.";
