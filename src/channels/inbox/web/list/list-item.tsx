import type { Listed } from "../../conversations/protocol.ts";
import { authorName, visitorName } from "../conversation/names.ts";
import { Avatar } from "../elements/avatar.tsx";
import { clock } from "../elements/clock.ts";
import { Icon } from "../elements/icons.tsx";
import { Link } from "../elements/link.tsx";
import { Time } from "../elements/time.tsx";
import { shortly } from "../elements/times.ts";
import { route } from "../route.ts";
import { isMe } from "../sign-in/session.ts";
import { placeInList } from "./list-query.ts";
import { Marked } from "./marked.tsx";
import { OwnerBadge } from "./owner-badge.tsx";
import { previewOf } from "./preview.ts";
import { isUnread, markUnread } from "./seen.ts";

interface Props {
  item: Listed;
  "aria-posinset": number;
  "aria-setsize": number;
}

export function ListItem({ item, ...place }: Props) {
  const { conversation, lastAt, found } = item;
  const name = visitorName(conversation);
  const unread = isUnread(item);
  const isOpen = route.value.page === "conversations" && route.value.id === conversation.id;
  const concernsMe = conversation.handoff || conversation.missed;
  const canBeUnread = !unread && !isOpen && concernsMe && conversation.status !== "closed";

  return (
    <li
      {...place}
      id={`item-${conversation.id}`}
      class={`item ${unread ? "unread" : ""} ${conversation.status === "closed" ? "done" : ""}`}
    >
      <Link href={placeInList(conversation.id, found?.seq)} aria-current={isOpen ? "true" : undefined}>
        <Avatar name={name} kind="visitor" />
        <span class="item-row">
          <span class="item-name">{name}</span>
          {conversation.isBlocked && <span class="badge badge-blocked">blocked</span>}
          <Time class="item-time" at={lastAt} short={shortly(lastAt, clock.value)} />
        </span>
        <span class="item-row">
          <span class="item-text">
            {found ? <Finding item={item} found={found} /> : previewOf(item.lastText ?? "")}
          </span>
          <OwnerBadge item={item} />
        </span>
        {unread && (
          <span class="dot">
            <span class="for-ears">unread</span>
          </span>
        )}
      </Link>
      {canBeUnread && (
        <button
          type="button"
          class="quiet put-back"
          aria-label={`Mark ${name} unread`}
          title="Mark unread (u)"
          onClick={() => void markUnread(item)}
        >
          <Icon name="unread" />
        </button>
      )}
    </li>
  );
}

/** The words that were looked for, and whose they are unless the visitor's. */
function Finding({ item, found }: { item: Listed; found: NonNullable<Listed["found"]> }) {
  const { author, text, marks } = found;
  const isMine = author?.kind === "agent" && isMe(author.id);
  return (
    <>
      {author && author.kind !== "visitor" && (
        <span class="item-author">{isMine ? "You" : authorName(author, item.conversation)}: </span>
      )}
      <Marked text={text} marks={marks} />
    </>
  );
}
