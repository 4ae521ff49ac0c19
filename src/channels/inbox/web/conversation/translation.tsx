import { type Conversation, isOpen, isTranslated } from "../../../../conversation/conversation.ts";
import { foreignTo, languageName } from "../../../../settings/languages.ts";
import type { TranslationOffer } from "../../conversations/protocol.ts";
import { Switch } from "../elements/form.tsx";
import { visitorName } from "./names.ts";
import type { OpenConversation } from "./open-conversation.ts";

interface Props {
  open: OpenConversation;
  conversation: Conversation;
  offer: TranslationOffer | undefined;
}

/** Above the composer: that both sides write their own language, or that they could. */
export function TranslationLine({ open, conversation, offer }: Props) {
  const { translating, visitor, brief } = conversation;
  const isBusy = open.busy.value !== undefined;
  if (translating && isTranslated(conversation))
    return (
      <div class="translation-line">
        <p>
          {visitorName(conversation)} reads and writes{" "}
          {visitor.language ? languageName(visitor.language) : "their language"}, the team{" "}
          {languageName(translating.teamLanguage)}.
        </p>
        <button type="button" disabled={isBusy} onClick={() => void open.act("stop-translating")}>
          Stop translating
        </button>
      </div>
    );

  if (!offer || offer.problem || !isOpen(conversation)) return null;
  const foreign = foreignTo(offer.teamLanguage, brief?.language, visitor.language);
  if (!foreign) return null;
  return (
    <div class="translation-line">
      <p>
        {visitorName(conversation)} seems to write {languageName(foreign)}.
      </p>
      <button type="button" disabled={isBusy} onClick={() => void open.act("translate")}>
        Translate into {languageName(offer.teamLanguage)}
      </button>
    </div>
  );
}

/** Among the details, whatever is known of the visitor's language. */
export function TranslationSwitch({ open, conversation, offer }: Props) {
  const isOn = isTranslated(conversation);
  if (!offer && !isOn) return null;
  return (
    <>
      <h2>Translation</h2>
      <Switch
        label="Translate"
        on={isOn}
        disabled={open.busy.value !== undefined || (!isOn && offer?.problem !== undefined)}
        change={(on) => void open.act(on ? "translate" : "stop-translating")}
        hint={offer?.problem ?? "The team and the visitor each read and write their own language."}
      />
    </>
  );
}
