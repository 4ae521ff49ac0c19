import type { Chat } from "../chat.ts";
import * as words from "../words.ts";
import { Message } from "./message.tsx";

const patienceMs = 30_000;

/**
 * While an answer is due from the assistant: so much of it as is written, which screen readers hear when it is whole, or
 * three dots, which stop when it takes longer than it ever should. And dots while a person writes theirs, of which screen readers are told.
 */
export function Thinking({ chat, origin }: { chat: Chat; origin: string }) {
  const last = chat.transcript.value.entries.at(-1);
  const said = last?.type === "message" ? last : undefined;
  const halfSaid = chat.halfSaid.value;
  const isTyped = halfSaid === "…";
  const isAsked = chat.state.value.status === "assistant";
  if (chat.phase.value !== "open") return null;
  if (isAsked && halfSaid && !isTyped)
    return (
      <div inert aria-hidden="true">
        <Message
          chat={chat}
          author={{ kind: "assistant" }}
          text={halfSaid}
          origin={origin}
          isFirst={said?.author.kind !== "assistant"}
          isLast
        />
      </div>
    );
  return isTyped || (isAsked && said?.author.kind === "visitor" && Date.now() - said.at < patienceMs) ? (
    <div class={isTyped ? "thinking" : "thinking due"} key={said?.id}>
      <i />
      <i />
      <i />
      {isTyped && <span class="unseen">{words.writes}</span>}
    </div>
  ) : null;
}
