import { signal } from "@preact/signals";
import type { Brief } from "../../../../conversation/brief.ts";
import { type Conversation, isOpen } from "../../../../conversation/conversation.ts";
import type { OpenConversation } from "./open-conversation.ts";
import { SuggestionActs } from "./suggestion-acts.tsx";

/** Small screens have room for the conversation only. Whoever folds it wants it folded everywhere. */
const isUnfolded = signal(
  globalThis.matchMedia?.("(min-width: 721px) and (min-height: 600px)").matches ?? true,
);

/** What the assistant says whoever answers should know; what was really said is right below. */
export function BriefCard({ open, conversation }: { open: OpenConversation; conversation: Conversation }) {
  const { brief, handoff } = conversation;
  if (!brief) return null;
  return (
    <details
      class="brief"
      open={isUnfolded.value}
      onToggle={({ currentTarget }) => {
        isUnfolded.value = currentTarget.open;
      }}
    >
      <summary>
        <span class="brief-problem">{brief.problem}</span>
        <span class="brief-mark">Brief by the assistant, may be wrong</span>
      </summary>
      <div class="brief-body">
        <Facts brief={brief} why={handoff?.reason} />
        <Replies open={open} conversation={conversation} brief={brief} />
      </div>
    </details>
  );
}

function Facts({
  brief: { tried, language, mood, questions },
  why,
}: {
  brief: Brief;
  why: string | undefined;
}) {
  const facts: [string, string[]][] = [
    ["Why", why ? [why] : []],
    ["Tried", tried],
    ["Language", language ? [language] : []],
    ["Mood", mood ? [mood] : []],
    ["Open questions", questions],
  ];
  return (
    <dl>
      {facts.map(
        ([name, values]) =>
          values.length > 0 && (
            <div key={name}>
              <dt>{name}</dt>
              {values.map((value) => (
                <dd key={value}>{value}</dd>
              ))}
            </div>
          ),
      )}
    </dl>
  );
}

function Replies({
  open,
  conversation,
  brief: { replies },
}: {
  open: OpenConversation;
  conversation: Conversation;
  brief: Brief;
}) {
  if (replies.length === 0) return null;
  return (
    <ul class="suggestions" aria-label="Suggested replies">
      {replies.map((reply, index) => (
        <li key={reply.id}>
          <blockquote>{reply.text}</blockquote>
          <SuggestionActs
            open={open}
            suggestion={reply}
            name={`suggested reply ${index + 1}`}
            isOpen={isOpen(conversation) && !conversation.isBlocked}
          />
        </li>
      ))}
    </ul>
  );
}
