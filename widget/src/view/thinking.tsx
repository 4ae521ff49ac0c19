import type { Chat } from "../chat.ts";

const patienceMs = 30_000;

/** Three dots while an answer is due from the assistant; they stop when it takes longer than it ever should. */
export function Thinking({ chat }: { chat: Chat }) {
  const last = chat.transcript.value.entries.at(-1);
  const isDue =
    chat.state.value.status === "assistant" &&
    chat.phase.value === "open" &&
    last?.type === "message" &&
    last.author.kind === "visitor" &&
    Date.now() - last.at < patienceMs;
  return isDue ? (
    <div class="thinking" key={last.id} aria-hidden="true">
      <i />
      <i />
      <i />
    </div>
  ) : null;
}
