import type { Outgoing } from "../outbox.ts";
import { words } from "../words.ts";
import { focusMessage } from "./focus-message.ts";

interface FateProps {
  at: number | undefined;
  isOwn: boolean;
  /** Between messages of one author it is only heard, not seen. */
  isSeen: boolean;
  outgoing: Outgoing | undefined;
  onTryAgain: (() => void) | undefined;
}

/** Under a message: when it was written and, for the visitor's own, what became of it. */
export function Fate({ at, isOwn, isSeen, outgoing, onTryAgain }: FateProps) {
  const state = outgoing?.state ?? "sent";
  return (
    <div class={isSeen ? `fate ${state}` : "unseen"}>
      {isOwn && <span>{words.fates[state]}</span>}
      {at !== undefined && <time dateTime={new Date(at).toISOString()}>{clock(at)}</time>}
      {outgoing?.reason && <span class="reason">{outgoing.reason}</span>}
      {state === "failed" && (
        <button
          type="button"
          onClick={(event) => {
            onTryAgain?.();
            focusMessage(event);
          }}
        >
          {words.tryAgain}
        </button>
      )}
    </div>
  );
}

function clock(at: number): string {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  return date.toLocaleString([], { ...(!isToday && { dateStyle: "medium" }), timeStyle: "short" });
}
