import { useState } from "preact/hooks";
import type { Message } from "../../../../conversation/message.ts";
import { forTeam } from "../../../../conversation/translation.ts";
import { languageName } from "../../../../settings/languages.ts";
import { PlainText } from "../elements/plain-text.tsx";
import { Markdown } from "../markdown/markdown.tsx";

/** A message's words: those the team reads, and one click away the other language's, where it has two. */
export function BothLanguages({ message }: { message: Message }) {
  const [isOpen, setOpen] = useState(false);
  const { text, original } = forTeam(message);
  const other = otherOf(message, original);
  return (
    <>
      {text && (
        <div class="bubble">
          <Words message={message} text={text} />
        </div>
      )}
      {other && isOpen && (
        <div class="bubble other-language" lang={other.language}>
          <Words message={message} text={other.text} />
        </div>
      )}
      {other && (
        <p class="about-translation">
          {other.label} ·{" "}
          <button type="button" class="plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? other.hide : other.show}
          </button>
        </p>
      )}
      {fate(message) && <p class="about-translation">{fate(message)}</p>}
    </>
  );
}

/** A draft as it would be typed: whoever sends it sees where its links lead. */
const Words = ({ message: { author, draftFor }, text }: { message: Message; text: string }) =>
  author.kind === "visitor" || draftFor ? <PlainText text={text} /> : <Markdown text={text} />;

function otherOf({ translation }: Message, original: string | undefined) {
  if (original !== undefined)
    return { text: original, label: "Translated", show: "Show original", hide: "Hide original" };
  if (translation?.state !== "done") return undefined;
  const { text, language } = translation;
  const label = `Sent in ${languageName(language)}`;
  return { text, language, label, show: "Show translation", hide: "Hide translation" };
}

/** Why there is no translation, or not yet. */
function fate({ author, translation }: Message): string | undefined {
  const isReply = author.kind === "agent";
  if (translation?.state === "awaited") return isReply ? "Translating, then it is sent…" : "Translating…";
  if (translation?.state !== "failed") return undefined;
  return `${isReply ? "Sent untranslated" : "Not translated"}: ${translation.reason}`;
}
