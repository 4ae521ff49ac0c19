import type { SectionBlock } from "@slack/types";
import { type Conversation, isOpen, isTranslated } from "../../../conversation/conversation.ts";
import { foreignTo, languageName } from "../../../settings/languages.ts";
import { escaped } from "../text/escape.ts";
import { button } from "./button.ts";
import { cardActions } from "./card-actions.ts";

/** Whether a conversation is translated; "proposed": it is not, and the visitor seems to write another language. */
export type CardTranslation =
  | { state: "on"; team: string; visitor: string | undefined }
  | { state: "proposed"; team: string; visitor: string }
  | { state: "off" };

/** Undefined where there is nothing to offer. Languages are named in English. */
export function cardTranslation(
  conversation: Conversation,
  teamLanguage: string,
  isPossible: boolean,
): CardTranslation | undefined {
  const { translating, visitor, brief } = conversation;
  if (translating && isTranslated(conversation))
    return {
      state: "on",
      team: languageName(translating.teamLanguage),
      visitor: visitor.language && languageName(visitor.language),
    };
  if (!isOpen(conversation)) return undefined;
  const foreign = isPossible ? foreignTo(teamLanguage, brief?.language, visitor.language) : undefined;
  return foreign === undefined
    ? { state: "off" }
    : { state: "proposed", team: languageName(teamLanguage), visitor: languageName(foreign) };
}

/** The line on a card about it, with its button; none where the menu is enough. */
export function translationLine(id: string, translation: CardTranslation | undefined): SectionBlock[] {
  switch (translation?.state) {
    case "on":
      return [
        {
          ...line(
            `:globe_with_meridians: *Translated.* The visitor reads and writes ${escaped(translation.visitor ?? "their language")}, the team ${escaped(translation.team)}.`,
          ),
          accessory: button("Stop translating", cardActions.stopTranslating, id),
        },
      ];
    case "proposed":
      return [
        {
          ...line(`:globe_with_meridians: The visitor seems to write ${escaped(translation.visitor)}.`),
          accessory: button(`Translate into ${translation.team}`, cardActions.translate, id),
        },
      ];
    case "off":
    case undefined:
      return [];
  }
}

const line = (text: string): SectionBlock => ({
  type: "section",
  text: { type: "mrkdwn", text, verbatim: true },
});
