import type { Chat } from "../chat.ts";
import * as words from "../words.ts";
import { Choice } from "./choice.tsx";
import { PersonIcon } from "./icons.tsx";

/** The way to a person, at any moment, unless it is offered in the log; once taken, what became of it. */
export function PersonRequest({ chat, isOffered }: { chat: Chat; isOffered: boolean }) {
  const { status, offersPerson } = chat.state.value;
  const isWaiting = status === "waiting";
  const isUnderWay = isWaiting || chat.isAsking();
  const isOfferedHere = isOffered && !isUnderWay && status !== "agent" && (!offersPerson || chat.isSending());
  return (
    <div class="request">
      {isOfferedHere && (
        <Choice onChoose={() => chat.answer({ type: "ask-for-person" })}>
          <PersonIcon />
          {words.talkToPerson}
        </Choice>
      )}
      <p role="status">{isWaiting ? words.keepWriting : isUnderWay && words.asking}</p>
    </div>
  );
}
