import type { Chat } from "../chat.ts";
import * as words from "../words.ts";
import { Choice } from "./choice.tsx";
import { PersonIcon } from "./icons.tsx";

/** The way to a person, at any moment, unless it is offered in the log; once taken, what became of it. */
export function PersonRequest({ chat, isOffered }: { chat: Chat; isOffered: boolean }) {
  const { status } = chat.state.value;
  const isWaiting = status === "waiting";
  const isAsking = chat.isAsking() && !isWaiting;
  return (
    <div class="request">
      {isOffered && !isAsking && !isWaiting && status !== "agent" && !chat.isChoosing() && (
        <Choice onChoose={chat.askForPerson}>
          <PersonIcon />
          {words.talkToPerson}
        </Choice>
      )}
      <p role="status">{isWaiting ? words.keepWriting : isAsking && words.asking}</p>
    </div>
  );
}
