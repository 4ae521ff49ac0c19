import type { Chat } from "../chat.ts";
import * as words from "../words.ts";

/** What stands in the way, in words. The region is always there, or a change in it would not be announced. */
export function Banner({ chat, isOnline }: { chat: Chat; isOnline: boolean }) {
  const isLost = chat.phase.value === "lost";
  const text = !isOnline ? words.offline : isLost ? words.reconnecting : chat.notice.value;
  return (
    <div role="status" class="banner">
      {text && (
        <p key={text} class={isLost && isOnline ? "late" : undefined}>
          {text}
        </p>
      )}
    </div>
  );
}
