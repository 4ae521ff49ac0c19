import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Conversation } from "../../../conversation/conversation.ts";
import type { ConversationEvent } from "../../../conversation/events.ts";
import { clock } from "./clock.ts";
import { inOneLine } from "./events-in-words.ts";
import { Icon } from "./icons.tsx";
import { Bubble, PendingBubble } from "./message.tsx";
import type { OpenConversation } from "./open-conversation.ts";
import { isMe } from "./session.ts";
import { dayInWords, dayOf, exactly, timeOf } from "./times.ts";

interface Props {
  open: OpenConversation;
  conversation: Conversation;
  events: ConversationEvent[];
}

/** How near to its end, in pixels, the log must be to follow what is new. */
const nearEnd = 80;

export function Log({ open, conversation, events }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [hasNews, setHasNews] = useState(false);
  const pending = open.pending.value;

  useLayoutEffect(() => {
    if (follows.current) toEnd(box.current);
    else setHasNews(true);
  }, [events.length, pending.length]);

  useEffect(() => {
    open.seen();
    document.addEventListener("visibilitychange", open.seen);
    return () => document.removeEventListener("visibilitychange", open.seen);
  }, [events.length]);

  const scrolled = ({
    currentTarget: { scrollHeight, scrollTop, clientHeight },
  }: {
    currentTarget: HTMLElement;
  }) => {
    follows.current = scrollHeight - scrollTop - clientHeight < nearEnd;
    if (follows.current) setHasNews(false);
  };

  return (
    <div class="log-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div class="log" role="log" aria-label="Messages" tabIndex={0} ref={box} onScroll={scrolled}>
        {events.map((event, index) => (
          <Entry
            key={event.seq}
            event={event}
            before={events[index - 1]}
            isLast={index === events.length - 1}
            conversation={conversation}
          />
        ))}
        {pending.map((message) => (
          <PendingBubble key={message.id} message={message} open={open} />
        ))}
      </div>
      {hasNews && (
        <button type="button" class="to-end" onClick={() => toEnd(box.current)}>
          <Icon name="down" /> New below
        </button>
      )}
    </div>
  );
}

const toEnd = (element: HTMLElement | null) => element?.scrollTo({ top: element.scrollHeight });

interface EntryProps {
  event: ConversationEvent;
  before: ConversationEvent | undefined;
  isLast: boolean;
  conversation: Conversation;
}

function Entry({ event, before, isLast, conversation }: EntryProps) {
  const newDay = !before || dayOf(before.at) !== dayOf(event.at);
  return (
    <>
      {newDay && <p class="day">{dayInWords(event.at, clock.value)}</p>}
      {event.type === "message.posted" ? (
        <Bubble
          event={event}
          conversation={conversation}
          continues={!newDay && continues(before, event)}
          state={isLast && isMine(event) ? "Sent" : undefined}
        />
      ) : (
        <div class="line">
          <p>
            {inOneLine(event, conversation)} <time title={exactly(event.at)}>{timeOf(event.at)}</time>
          </p>
          {event.type === "conversation.handedOff" && <p class="told">“{event.sentence}”</p>}
        </div>
      )}
    </>
  );
}

type Posted = Extract<ConversationEvent, { type: "message.posted" }>;

const isMine = ({ message: { author } }: Posted) => author.kind === "agent" && isMe(author.id);

/** The same person goes on within five minutes: their name need not stand there again. */
function continues(before: ConversationEvent | undefined, { message, at }: Posted): boolean {
  if (before?.type !== "message.posted" || at - before.at > 5 * 60_000) return false;
  const { author, note } = before.message;
  const same =
    author.kind === "agent" && message.author.kind === "agent" ? author.id === message.author.id : true;
  return note === message.note && author.kind === message.author.kind && same;
}
