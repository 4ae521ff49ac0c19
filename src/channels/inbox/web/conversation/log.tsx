import type { Conversation } from "../../../../conversation/conversation.ts";
import { Icon } from "../elements/icons.tsx";
import { pointedAt } from "../list/list-query.ts";
import { Announcer } from "./announcer.tsx";
import { Entry } from "./entry.tsx";
import { isNewToMe } from "./new-to-me.ts";
import type { OpenConversation } from "./open-conversation.ts";
import { PendingBubble } from "./pending-bubble.tsx";
import { lastAnswer } from "./receipt.ts";
import type { Shown } from "./shown.ts";
import { useFollowing } from "./use-following.ts";
import { usePointed } from "./use-pointed.ts";
import { useSeen } from "./use-seen.ts";
import { useStretch } from "./use-stretch.ts";

interface Props {
  open: OpenConversation;
  conversation: Conversation;
  events: Shown[];
  /** Up to when (ms since 1970) I had read when I came. */
  seenUpTo: number;
}

/** The whole history, drawn from its end as far as one has scrolled up. */
export function Log({ open, conversation, events, seenUpTo }: Props) {
  const pending = open.pending.value;
  const answer = lastAnswer(events);
  const firstNew = seenUpTo > 0 ? events.find((event) => isNewToMe(event, seenUpTo)) : undefined;
  const pointed = events.find(({ seq }) => seq === pointedAt.value);
  const { box, follows, isAway, hasNews, toEnd, scrolled } = useFollowing(
    events.length + pending.length,
    pending.map(({ state }) => state).join(),
  );
  const { from, earlier } = useStretch({ box, events, at: pointed ?? firstNew });
  usePointed({ box, follows, from, earlier });
  useSeen(open, events.length);

  return (
    <div class="log-frame">
      {/* Heard from the announcer instead: once for each message, and nothing when earlier ones are drawn. */}
      <div
        class="log"
        role="log"
        aria-live="off"
        aria-label="Messages"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        ref={box}
        onScroll={(event) => {
          scrolled(event);
          if (event.currentTarget.scrollTop < 400) earlier();
        }}
      >
        {from > 0 && (
          <button type="button" class="earlier" onClick={earlier}>
            Show earlier messages
          </button>
        )}
        {events.slice(from).map((event, index) => (
          <Entry
            key={event.seq}
            open={open}
            event={event}
            before={events[from + index - 1]}
            isLast={from + index === events.length - 1}
            isAnswer={event === answer}
            isFirstNew={event === firstNew}
            conversation={conversation}
          />
        ))}
        {pending.map((message) => (
          <PendingBubble key={message.id} message={message} open={open} />
        ))}
        <span id="log-end" />
      </div>
      {isAway && (
        <button type="button" class={`to-end ${hasNews ? "has-news" : ""}`} onClick={toEnd}>
          <Icon name="down" /> {hasNews ? "New below" : "Jump to latest"}
        </button>
      )}
      <Announcer conversation={conversation} events={events} />
    </div>
  );
}
