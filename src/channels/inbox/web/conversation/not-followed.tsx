import type { Conversation } from "../../../../conversation/conversation.ts";
import type { Presence } from "../../../../conversation/presence.ts";

interface Props {
  conversation: Conversation;
  presence: Presence | undefined;
  sendsMail: boolean;
}

/** The visitor has left, was told that they are answered by email, and no mail goes: somebody has to write one. */
export function NotFollowed({ conversation, presence, sendsMail }: Props) {
  const { email } = conversation.visitor;
  if (sendsMail || !email || !presence || presence.isHere || conversation.isBlocked) return null;
  return (
    <div class="others" role="status">
      <p class="warning">
        They have left, and no email service is connected: a reply here waits until they come back. Write to{" "}
        <a href={`mailto:${encodeURIComponent(email)}`}>{email}</a> yourself.
      </p>
    </div>
  );
}
