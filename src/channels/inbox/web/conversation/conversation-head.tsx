import type { Conversation } from "../../../../conversation/conversation.ts";
import { missedInWords } from "../../../../conversation/missed-in-words.ts";
import { clock } from "../elements/clock.ts";
import { Problem } from "../elements/form.tsx";
import { Icon } from "../elements/icons.tsx";
import { Link } from "../elements/link.tsx";
import { lasting } from "../elements/times.ts";
import { placeInList } from "../list/list-query.ts";
import { isMe } from "../sign-in/session.ts";
import { AlsoLooking } from "./also-looking.tsx";
import { AssignMenu } from "./assign-menu.tsx";
import { detailsShown } from "./details-shown.ts";
import { done, isPossible } from "./done.ts";
import { visitorName } from "./names.ts";
import type { OpenConversation } from "./open-conversation.ts";

interface Props {
  open: OpenConversation;
  conversation: Conversation;
}

export function ConversationHead({ open, conversation }: Props) {
  return (
    <header class="thread-head">
      <Link class="back" href={placeInList(undefined)} aria-label="Back">
        <Icon name="back" />
      </Link>
      <div class="thread-title">
        <h1>{visitorName(conversation)}</h1>
        <p class={`state state-${conversation.missed ? "waiting" : conversation.status}`}>
          {stateInWords(conversation)}
        </p>
      </div>
      <AlsoLooking company={open.company.value} />
      <div class="verbs">
        <button
          type="button"
          class="details-switch"
          aria-expanded={detailsShown.value}
          onClick={() => {
            detailsShown.value = !detailsShown.value;
          }}
        >
          Details
        </button>
        {isPossible("assign", conversation) && <AssignMenu open={open} conversation={conversation} />}
        {verbsFor(conversation).map(({ verb, label, primary }) => (
          <button
            key={verb}
            type="button"
            class={primary ? "primary" : ""}
            disabled={open.busy.value !== undefined}
            onClick={() => void done(open, verb)}
          >
            {label}
          </button>
        ))}
      </div>
      <Problem>{open.problem.value}</Problem>
    </header>
  );
}

interface Button {
  verb: "claim" | "hand-back" | "close" | "reopen";
  label: string;
  primary?: boolean;
}

function verbsFor({ status, agent, missed }: Conversation): Button[] {
  const isWanted = status === "waiting" || missed !== undefined;
  const claim = { verb: "claim", label: "Claim", primary: isWanted } as const;
  const handBack = { verb: "hand-back", label: "Hand back" } as const;
  const close = { verb: "close", label: "Close" } as const;
  if (status === "closed") return [{ verb: "reopen", label: "Reopen" }];
  if (status === "assistant") return [claim, close];
  return isMe(agent?.id) ? [handBack, close] : [claim, handBack, close];
}

function stateInWords({ status, agent, handoff, missed }: Conversation): string {
  const since = (at = clock.value) => lasting(clock.value - at);
  switch (status) {
    case "assistant": {
      if (!missed) return "The assistant answers";
      const time = since(missed.at);
      return `${missedInWords(missed)}, ${time === "now" ? "just now" : `${time} ago`}`;
    }
    case "waiting": {
      const time = since(handoff?.at);
      return time === "now" ? "Waiting for a person" : `Waiting for a person for ${time}`;
    }
    case "agent":
      return isMe(agent?.id) ? "You answer" : `${agent?.name ?? "A person"} answers`;
    case "closed":
      return "Closed";
  }
}
