import { Empty } from "../elements/empty.tsx";
import { Link } from "../elements/link.tsx";
import { placeInList } from "../list/list-query.ts";
import { ErasedPane } from "../privacy/erased-pane.tsx";
import { Blocked } from "./blocking.tsx";
import { BriefCard } from "./brief.tsx";
import { Composer } from "./composer/composer.tsx";
import { ConversationHead } from "./conversation-head.tsx";
import { ConversationSkeleton } from "./conversation-skeleton.tsx";
import { useDelivery } from "./delivery.ts";
import { Details } from "./details.tsx";
import { Log } from "./log.tsx";
import { NotDelivered } from "./not-delivered.tsx";
import { NotFollowed } from "./not-followed.tsx";
import type { OpenConversation, OpenState } from "./open-conversation.ts";
import { shownOf } from "./shown.ts";
import { TranslationLine } from "./translation.tsx";
import { UnsentDialog } from "./unsent-dialog.tsx";

export function ConversationPane({ open }: { open: OpenConversation }) {
  const view = open.view.value;
  switch (view.state) {
    case "loading":
      return <ConversationSkeleton />;
    case "missing":
      return (
        <div class="nothing-open">
          <Empty
            isAlone
            title="There is no such conversation"
            text="The link may be cut short, or it belongs to a site you do not work for."
          >
            <Link href={placeInList(undefined)}>Back to all</Link>
          </Empty>
        </div>
      );
    case "erased":
      return <ErasedPane id={open.id} />;
    case "failed":
      return (
        <div class="nothing-open">
          <Empty isAlone title="The conversation could not be read" text={view.problem}>
            <button type="button" onClick={() => void open.load()}>
              Try again
            </button>
            <Link href={placeInList(undefined)}>Back to all</Link>
          </Empty>
        </div>
      );
    case "ready":
      return <Ready open={open} view={view} />;
  }
}

function Ready({ open, view }: { open: OpenConversation; view: Extract<OpenState, { state: "ready" }> }) {
  const { conversation, translation, sendsMail } = view;
  const { presence } = open.company.value.visitor;
  const delivered = useDelivery(conversation);
  const ending = open.ending.value;
  return (
    <>
      <section class="thread" aria-label="Conversation">
        <ConversationHead open={open} conversation={conversation} />
        <BriefCard open={open} conversation={conversation} />
        <Log open={open} conversation={conversation} events={shownOf(view.events)} seenUpTo={view.seenUpTo} />
        <NotDelivered {...delivered} />
        {conversation.isBlocked && <Blocked open={open} conversation={conversation} />}
        <NotFollowed conversation={conversation} presence={presence} sendsMail={sendsMail} />
        <TranslationLine open={open} conversation={conversation} offer={translation} />
        <Composer open={open} conversation={conversation} />
      </section>
      {ending && <UnsentDialog open={open} conversation={conversation} ending={ending} />}
      <Details
        open={open}
        conversation={conversation}
        translation={translation}
        presence={presence}
        delivery={delivered.delivery}
      />
    </>
  );
}
