import type { Conversation } from "../../../../conversation/conversation.ts";
import { clock } from "../elements/clock.ts";
import { Problem } from "../elements/form.tsx";
import { Icon } from "../elements/icons.tsx";
import { Link } from "../elements/link.tsx";
import { lasting } from "../elements/times.ts";
import { isMe } from "../sign-in/session.ts";
import { visitorName } from "./names.ts";
import type { OpenConversation, Verb } from "./open-conversation.ts";

interface Props {
  open: OpenConversation;
  conversation: Conversation;
  showsDetails: boolean;
  toggleDetails: () => void;
}

export function ConversationHead({ open, conversation, showsDetails, toggleDetails }: Props) {
  return (
    <header class="thread-head">
      <Link class="back" href="/inbox" aria-label="Back">
        <Icon name="back" />
      </Link>
      <div class="thread-title">
        <h2>{visitorName(conversation)}</h2>
        <p class={`state state-${conversation.status}`}>{stateInWords(conversation)}</p>
      </div>
      <div class="verbs">
        <button type="button" class="details-switch" aria-expanded={showsDetails} onClick={toggleDetails}>
          Details
        </button>
        {verbsFor(conversation).map(({ verb, label, primary }) => (
          <button
            key={verb}
            type="button"
            class={primary ? "primary" : ""}
            disabled={open.busy.value !== undefined}
            onClick={() => void open.act(verb)}
          >
            {label}
          </button>
        ))}
      </div>
      <Problem>{open.problem.value}</Problem>
    </header>
  );
}

function verbsFor({ status, agent }: Conversation): { verb: Verb; label: string; primary?: boolean }[] {
  const claim = { verb: "claim", label: "Claim", primary: status === "waiting" } as const;
  const handBack = { verb: "hand-back", label: "Hand back" } as const;
  const close = { verb: "close", label: "Close" } as const;
  if (status === "closed") return [{ verb: "reopen", label: "Reopen" }];
  if (status === "assistant") return [claim, close];
  return isMe(agent?.id) ? [handBack, close] : [claim, handBack, close];
}

function stateInWords({ status, agent, handoff }: Conversation): string {
  switch (status) {
    case "assistant":
      return "The assistant answers";
    case "waiting": {
      const time = lasting(clock.value - (handoff?.at ?? clock.value));
      return time === "now" ? "Waiting for a person" : `Waiting for a person for ${time}`;
    }
    case "agent":
      return isMe(agent?.id) ? "You answer" : `${agent?.name ?? "A person"} answers`;
    case "closed":
      return "Closed";
  }
}
