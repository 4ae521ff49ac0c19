import { type Conversation, isOpen } from "../../../../conversation/conversation.ts";
import type { ConversationEvent } from "../../../../conversation/events.ts";
import { Avatar } from "../elements/avatar.tsx";
import { PressableTime, timesAreInFull } from "../elements/time.tsx";
import { MaskedWords } from "../privacy/masked-words.tsx";
import { BothLanguages } from "./both-languages.tsx";
import { MessageFiles } from "./message-files.tsx";
import { authorName } from "./names.ts";
import type { OpenConversation } from "./open-conversation.ts";
import { SuggestionActs } from "./suggestion-acts.tsx";

interface BubbleProps {
  event: Extract<ConversationEvent, { type: "message.posted" }>;
  open: OpenConversation;
  conversation: Conversation;
  /** The same person goes on: no name, no face. */
  continues: boolean;
  state: string | undefined;
}

export function Bubble({ event, open, conversation, continues, state }: BubbleProps) {
  const reveal = open.revealed.of(event.message.id);
  const shown = reveal?.state === "shown" ? reveal.message : event.message;
  const { id, author, text, files = [], isEdited, note, draftFor } = shown;
  const name = authorName(author, conversation);
  return (
    <article
      id={`at-${event.seq}`}
      class={`message from-${author.kind} ${note ? "note" : ""} ${draftFor ? "draft" : ""} ${continues ? "continues" : ""}`}
      aria-label={draftFor ? `Draft by ${name}` : note ? `Note by ${name}` : name}
    >
      <Avatar name={name} url={author.kind === "agent" ? author.avatarUrl : undefined} kind={author.kind} />
      {!continues && (
        <p class="byline">
          {name}
          {note && (
            <span class="badge badge-note">
              {draftFor ? `draft for ${draftFor.name}` : "note for the team"}
            </span>
          )}
          <PressableTime at={event.at} />
        </p>
      )}
      {continues && timesAreInFull() && (
        <p class="byline">
          <PressableTime at={event.at} />
        </p>
      )}
      <div class="said">
        <BothLanguages message={shown} />
        {files.length > 0 && <MessageFiles conversationId={conversation.id} files={files} />}
        {event.message.hasMasked && <MaskedWords message={event.message} open={open} />}
        {draftFor && (
          <SuggestionActs
            open={open}
            suggestion={{ id, text }}
            name="draft"
            isOpen={isOpen(conversation) && !conversation.isBlocked}
          />
        )}
      </div>
      {(isEdited || state) && (
        <p class="sending-state">
          {isEdited && <span>edited</span>} {state && <span>{state}</span>}
        </p>
      )}
    </article>
  );
}
