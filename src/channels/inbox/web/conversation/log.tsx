import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Conversation } from "../../../../conversation/conversation.ts";
import { clock } from "../elements/clock.ts";
import { Icon } from "../elements/icons.tsx";
import { dayInWords, dayOf, exactly, timeOf } from "../elements/times.ts";
import { inOneLine } from "./events-in-words.ts";
import { Bubble, PendingBubble } from "./message.tsx";
import type { OpenConversation } from "./open-conversation.ts";
import { lastAnswer, receiptOf } from "./receipt.ts";
import type { Shown } from "./shown.ts";

interface Props {
  open: OpenConversation;
  conversation: Conversation;
  events: Shown[];
}

/** How near to its end, in pixels, the log must be to follow what is new. */
const nearEnd = 80;

export function Log({ open, conversation, events }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [hasNews, setHasNews] = useState(false);
  const pending = open.pending.value;
  const answer = lastAnswer(events);

  useLayoutEffect(() => {
    if (follows.current) toEnd(box.current);
    else setHasNews(true);
  }, [events.length, pending.length]);

  // Pictures take their room when they have come; their "load" does not bubble. What appears below takes room too.
  useEffect(() => {
    const follow = () => follows.current && toEnd(box.current);
    box.current?.addEventListener("load", follow, true);
    const resized = new ResizeObserver(follow);
    if (box.current) resized.observe(box.current);
    return () => resized.disconnect();
  }, []);

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
            open={open}
            event={event}
            before={events[index - 1]}
            isLast={index === events.length - 1}
            isAnswer={event === answer}
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
  open: OpenConversation;
  event: Shown;
  before: Shown | undefined;
  isLast: boolean;
  isAnswer: boolean;
  conversation: Conversation;
}

function Entry({ open, event, before, isLast, isAnswer, conversation }: EntryProps) {
  const newDay = !before || dayOf(before.at) !== dayOf(event.at);
  return (
    <>
      {newDay && <p class="day">{dayInWords(event.at, clock.value)}</p>}
      {event.type === "message.posted" ? (
        <Bubble
          event={event}
          open={open}
          conversation={conversation}
          continues={!newDay && continues(before, event)}
          state={receiptOf(event, { isAnswer, isLast }, conversation)}
        />
      ) : (
        <div class="line">
          <p>
            {inOneLine(event, conversation)} <time title={exactly(event.at)}>{timeOf(event.at)}</time>
          </p>
          {"sentence" in event && event.sentence && <p class="told">“{event.sentence}”</p>}
        </div>
      )}
    </>
  );
}

type Posted = Extract<Shown, { type: "message.posted" }>;

/** The same person goes on within five minutes: their name need not stand there again. */
function continues(before: Shown | undefined, { message, at }: Posted): boolean {
  if (before?.type !== "message.posted" || at - before.at > 5 * 60_000) return false;
  const { author, note } = before.message;
  const same =
    author.kind === "agent" && message.author.kind === "agent" ? author.id === message.author.id : true;
  return note === message.note && author.kind === message.author.kind && same;
}
