import type { Conversation } from "../../../../conversation/conversation.ts";
import { forTeam } from "../../../../conversation/translation.ts";
import { languageName } from "../../../../settings/languages.ts";
import { inOneLine } from "../conversation/events-in-words.ts";
import { MessageFiles } from "../conversation/message-files.tsx";
import { authorName } from "../conversation/names.ts";
import type { Shown } from "../conversation/shown.ts";
import { PlainText } from "../elements/plain-text.tsx";
import { PressableTime } from "../elements/time.tsx";
import { dayOf } from "../elements/times.ts";
import { Markdown } from "../markdown/markdown.tsx";

interface Props {
  event: Shown;
  before: Shown | undefined;
  conversation: Conversation;
}

export function TranscriptEntry({ event, before, conversation }: Props) {
  const isNewDay = !before || dayOf(before.at) !== dayOf(event.at);
  const time = <PressableTime at={event.at} />;
  return (
    <>
      {isNewDay && (
        <li class="transcript-day">{new Date(event.at).toLocaleDateString([], { dateStyle: "full" })}</li>
      )}
      {event.type === "message.posted" ? (
        <li class={`said-entry by-${event.message.author.kind} ${event.message.note ? "is-note" : ""}`}>
          <p class="said-by">
            <b>{authorName(event.message.author, conversation)}</b>
            {event.message.note && <span class="badge badge-note">note for the team</span>}
            {event.message.isEdited && <span class="hint">edited</span>}
            {time}
          </p>
          <Words event={event} />
          {event.message.files && event.message.files.length > 0 && (
            <MessageFiles conversationId={conversation.id} files={event.message.files} />
          )}
        </li>
      ) : (
        <li class="happened-entry">
          {inOneLine(event, conversation)} {time}
          {"sentence" in event && event.sentence && <span class="told"> “{event.sentence}”</span>}
        </li>
      )}
    </>
  );
}

/** Both languages, where there are two: a page that is printed has nothing to click. */
function Words({ event: { message } }: { event: Extract<Shown, { type: "message.posted" }> }) {
  const { text, original } = forTeam(message);
  const { translation, author } = message;
  const shown = (words: string) =>
    author.kind === "visitor" ? <PlainText text={words} /> : <Markdown text={words} />;
  const sent = original === undefined && translation?.state === "done" ? translation : undefined;
  return (
    <>
      <div class="said-words">{shown(text)}</div>
      {original !== undefined && (
        <div class="said-words other-words">
          <span class="hint">Original</span>
          {shown(original)}
        </div>
      )}
      {sent && (
        <div class="said-words other-words" lang={sent.language}>
          <span class="hint">Sent in {languageName(sent.language)}</span>
          {shown(sent.text)}
        </div>
      )}
    </>
  );
}
