import type { Listed } from "../../conversations/protocol.ts";
import { clock } from "../elements/clock.ts";
import { lasting } from "../elements/times.ts";
import { isMe } from "../sign-in/session.ts";
import { waitingSince } from "./conversation-list.ts";

/** Whose turn it is. */
export function OwnerBadge({ item }: { item: Listed }) {
  const { status, agent } = item.conversation;
  switch (status) {
    case "waiting": {
      const time = lasting(clock.value - (waitingSince(item) ?? clock.value));
      return <span class="badge badge-waiting">{time === "now" ? "waiting" : `waiting ${time}`}</span>;
    }
    case "agent":
      return (
        <span class="badge badge-agent">
          {agent?.avatarUrl && (
            <img class="badge-face" src={agent.avatarUrl} alt="" referrerpolicy="no-referrer" />
          )}
          {isMe(agent?.id) ? "you" : (agent?.name ?? "a person")}
        </span>
      );
    case "assistant":
      return <span class="badge">assistant</span>;
    case "closed":
      return <span class="badge">closed</span>;
  }
}
