import type { Delivery } from "../../conversations/protocol.ts";
import type { OpenConversation } from "./open-conversation.ts";

/** Leads to the conversation's thread, where it has one. */
export function InSlack({ open, delivery }: { open: OpenConversation; delivery: Delivery }) {
  if (!delivery.isInSlack) return null;
  return (
    <>
      <h2>Slack</h2>
      <p>
        <a href={`${open.path}/slack`} target="_blank" rel="noopener">
          Open in Slack
        </a>
      </p>
    </>
  );
}
