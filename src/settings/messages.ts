import { z } from "zod";
import { isSameLanguage, tagIn } from "./languages.ts";

/** One sentence for visitors; empty for the standard one. */
export const Sentence = z.string().trim().max(500, "At most 500 characters.").default("");

/** What visitors who read one language are told instead of the usual words. What is left empty stays as usual. */
export const MessagesInLanguage = z.object({
  /** Its BCP 47 tag. */
  language: z
    .string()
    .refine((tag) => tagIn(tag) !== undefined, "There is no such language. Write one such as German."),
  greeting: Sentence,
  /** At a handoff while somebody is there. */
  connectingMessage: Sentence,
  awayMessage: Sentence,
  ratingQuestion: Sentence,
});

export const MessagesInLanguages = z
  .array(MessagesInLanguage)
  .max(30, "At most 30 languages.")
  .refine(
    (all) => new Set(all.map(({ language }) => language)).size === all.length,
    "Name every language once.",
  );
export type MessagesInLanguages = z.infer<typeof MessagesInLanguages>;

export interface Messages {
  greeting: string;
  connectingMessage: string;
  awayMessage: string;
  ratingQuestion: string;
}

interface Written {
  greeting: string;
  awayMessage: string;
  ratingQuestion: string;
  messagesInLanguages: MessagesInLanguages;
}

/** The admin's words for a visitor who reads `language`; empty where the standard ones are right. */
export function messagesFor(
  { greeting, awayMessage, ratingQuestion, messagesInLanguages: all }: Written,
  language: string | undefined,
): Messages {
  const exact = all.find((one) => one.language === language);
  const own = exact ?? all.find((one) => language && isSameLanguage(one.language, language));
  return {
    greeting: own?.greeting || greeting,
    connectingMessage: own?.connectingMessage ?? "",
    awayMessage: own?.awayMessage || awayMessage,
    ratingQuestion: own?.ratingQuestion || ratingQuestion,
  };
}
