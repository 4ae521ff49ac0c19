import type { MissedHandoff } from "../../../../conversation/missed-handoff.ts";
import { missedInWords } from "../../../../conversation/missed-in-words.ts";
import type { Listed } from "../../conversations/protocol.ts";
import { clock } from "../elements/clock.ts";
import { lasting } from "../elements/times.ts";
import { isMe } from "../sign-in/session.ts";
import { waitingSince } from "./conversation-list.ts";

/** Whose turn it is. */
export function OwnerBadge({ item }: { item: Listed }) {
  const { status, agent, missed } = item.conversation;
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
      return missed ? <MissedBadge missed={missed} /> : <span class="badge">assistant</span>;
    case "closed":
      return <span class="badge">closed</span>;
  }
}

/** Who wanted the team and was not handed to it. */
function MissedBadge({ missed }: { missed: Pick<MissedHandoff, "by"> }) {
  const words = missedInWords(missed);
  return (
    <span class="badge badge-missed" title={words}>
      <span aria-hidden="true">{missed.by === "failure" ? "wrote while off" : "asked while off"}</span>
      <span class="for-ears">{words}</span>
    </span>
  );
}
