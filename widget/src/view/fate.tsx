import type { ComponentChildren } from "preact";
import type { Chat } from "../chat.ts";
import type { Outgoing } from "../outbox.ts";
import * as words from "../words.ts";
import { Choice } from "./choice.tsx";

interface FateProps {
  at?: number | undefined;
  isOwn: boolean;
  isEdited?: boolean | undefined;
  /** Between messages of one author it is only heard, not seen. */
  isSeen: boolean;
  outgoing?: Outgoing | undefined;
  chat: Chat;
  children?: ComponentChildren;
}

/** Under a message: when it was written and, for the visitor's own, what became of it. */
export function Fate({ at, isOwn, isEdited, isSeen, outgoing, chat, children }: FateProps) {
  const state = outgoing?.state ?? "sent";
  const failed = state === "failed" && outgoing;
  return (
    <div class={isSeen ? `fate ${state}` : "unseen"}>
      {isOwn && <span>{words.fates[state]}</span>}
      {at !== undefined && <time dateTime={new Date(at).toISOString()}>{clock(at)}</time>}
      {isEdited && <span>{words.edited}</span>}
      {children}
      {outgoing?.reason && <span class="reason">{outgoing.reason}</span>}
      {failed && <Choice onChoose={() => chat.tryAgain(failed.frame.id)}>{words.tryAgain}</Choice>}
      {failed && <Choice onChoose={() => chat.discard(failed.frame.id)}>{words.discard}</Choice>}
    </div>
  );
}

function clock(at: number): string {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  return date.toLocaleString([], { ...(!isToday && { dateStyle: "medium" }), timeStyle: "short" });
}
