import type { Chat } from "../chat.ts";
import { words } from "../words.ts";
import { focusMessage } from "./focus-message.ts";
import { PersonIcon } from "./icons.tsx";

/** The way to a person, at any moment; once taken, what became of it. */
export function PersonRequest({ chat, isOffered }: { chat: Chat; isOffered: boolean }) {
  const { status } = chat.state.value;
  const isWaiting = status === "waiting";
  const isAsking = chat.isAsking() && !isWaiting;
  return (
    <div class="request">
      {isOffered && !isAsking && !isWaiting && status !== "agent" && (
        <button
          type="button"
          onClick={(event) => {
            chat.askForPerson();
            focusMessage(event);
          }}
        >
          <PersonIcon />
          {words.talkToPerson}
        </button>
      )}
      <p role="status">{isWaiting ? words.keepWriting : isAsking && words.asking}</p>
    </div>
  );
}
