import { useState } from "preact/hooks";
import { Empty } from "../elements/empty.tsx";
import { Link } from "../elements/link.tsx";
import { Blocked } from "./blocking.tsx";
import { BriefCard } from "./brief.tsx";
import { Composer } from "./composer.tsx";
import { ConversationHead } from "./conversation-head.tsx";
import { Details } from "./details.tsx";
import { Log } from "./log.tsx";
import { NotDelivered } from "./not-delivered.tsx";
import type { OpenConversation } from "./open-conversation.ts";
import { shownOf } from "./shown.ts";
import { TranslationLine } from "./translation.tsx";

export function ConversationPane({ open }: { open: OpenConversation }) {
  const [showsDetails, setShowsDetails] = useState(false);
  const view = open.view.value;
  switch (view.state) {
    case "loading":
      return (
        <div class="nothing-open" role="status">
          <p class="quiet-text">Loading…</p>
        </div>
      );
    case "missing":
      return (
        <div class="nothing-open">
          <Empty title="There is no such conversation" text="The link may be cut short.">
            <Link href="/inbox">Back to all</Link>
          </Empty>
        </div>
      );
    case "failed":
      return (
        <div class="nothing-open">
          <Empty title="The conversation could not be read" text={view.problem}>
            <button type="button" onClick={() => void open.load()}>
              Try again
            </button>
          </Empty>
        </div>
      );
    case "ready":
      return (
        <>
          <section class="thread" aria-label="Conversation">
            <ConversationHead
              open={open}
              conversation={view.conversation}
              showsDetails={showsDetails}
              toggleDetails={() => setShowsDetails(!showsDetails)}
            />
            <BriefCard open={open} conversation={view.conversation} />
            <Log open={open} conversation={view.conversation} events={shownOf(view.events)} />
            <NotDelivered conversation={view.conversation} />
            {view.conversation.isBlocked && <Blocked open={open} conversation={view.conversation} />}
            <TranslationLine open={open} conversation={view.conversation} offer={view.translation} />
            <Composer open={open} conversation={view.conversation} />
          </section>
          <Details
            open={open}
            conversation={view.conversation}
            translation={view.translation}
            isShown={showsDetails}
          />
        </>
      );
  }
}
