import type { Chat } from "../chat.ts";
import { Message } from "./message.tsx";

const patienceMs = 30_000;

/**
 * While an answer is due from the assistant: so much of it as is written, which screen readers hear when it is whole, or
 * three dots, which stop when it takes longer than it ever should.
 */
export function Thinking({ chat, origin }: { chat: Chat; origin: string }) {
  const last = chat.transcript.value.entries.at(-1);
  const said = last?.type === "message" ? last : undefined;
  if (chat.state.value.status !== "assistant" || chat.phase.value !== "open") return null;
  if (chat.halfSaid.value)
    return (
      <div inert aria-hidden="true">
        <Message
          chat={chat}
          author={{ kind: "assistant" }}
          text={chat.halfSaid.value}
          origin={origin}
          isFirst={said?.author.kind !== "assistant"}
          isLast
        />
      </div>
    );
  return said?.author.kind === "visitor" && Date.now() - said.at < patienceMs ? (
    <div class="thinking" key={said.id} aria-hidden="true">
      <i />
      <i />
      <i />
    </div>
  ) : null;
}
