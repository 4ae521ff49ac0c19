import type { Conversation } from "../../../../conversation/conversation.ts";
import { clock } from "../elements/clock.ts";
import { PressableTime } from "../elements/time.tsx";
import { dayInWords, dayOf } from "../elements/times.ts";
import { inOneLine } from "./events-in-words.ts";
import { Bubble } from "./message.tsx";
import type { OpenConversation } from "./open-conversation.ts";
import { receiptOf } from "./receipt.ts";
import type { Shown } from "./shown.ts";

interface Props {
  open: OpenConversation;
  event: Shown;
  before: Shown | undefined;
  isLast: boolean;
  isAnswer: boolean;
  /** What I had not read when I came begins here. */
  isFirstNew: boolean;
  conversation: Conversation;
}

/** A message, or a fine line for what happened; above it the day, where one begins. */
export function Entry({ open, event, before, isLast, isAnswer, isFirstNew, conversation }: Props) {
  const newDay = !before || dayOf(before.at) !== dayOf(event.at);
  return (
    <>
      {newDay && <p class="day">{dayInWords(event.at, clock.value)}</p>}
      {isFirstNew && (
        <p class="new-since">
          <span>New since you looked</span>
        </p>
      )}
      {event.type === "message.posted" ? (
        <Bubble
          event={event}
          open={open}
          conversation={conversation}
          continues={!newDay && !isFirstNew && continues(before, event)}
          state={receiptOf(event, { isAnswer, isLast }, conversation)}
        />
      ) : (
        <div class="line" id={`at-${event.seq}`}>
          <p>
            {inOneLine(event, conversation)} <PressableTime at={event.at} />
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
