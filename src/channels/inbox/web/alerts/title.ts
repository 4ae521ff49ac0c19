import { computed } from "@preact/signals";
import { listed } from "../list/conversation-list.ts";
import { counts } from "../list/counts.ts";
import { isUnread } from "../list/seen.ts";
import { isMe } from "../sign-in/session.ts";

/** Those who wait, and the member's own conversations with something unread: what a look at the tab should tell. */
const calling = computed(() => {
  const waiting = counts.value?.waiting ?? 0;
  const mine = listed.value.filter(
    (one) => one.conversation.status === "agent" && isMe(one.conversation.agent?.id) && isUnread(one),
  );
  return waiting + mine.length;
});

export const title = computed(() => (calling.value > 0 ? `(${calling.value}) Inbox` : "Inbox"));
