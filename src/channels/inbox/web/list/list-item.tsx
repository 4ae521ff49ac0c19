import type { Listed } from "../../conversations/protocol.ts";
import { visitorName } from "../conversation/names.ts";
import { Avatar } from "../elements/avatar.tsx";
import { clock } from "../elements/clock.ts";
import { Link } from "../elements/link.tsx";
import { exactly, lasting, shortly } from "../elements/times.ts";
import { pathOf, route } from "../route.ts";
import { isMe } from "../sign-in/session.ts";
import { waitingSince } from "./conversation-list.ts";
import { previewOf } from "./preview.ts";
import { isUnread } from "./seen.ts";

export function ListItem({ item }: { item: Listed }) {
  const { conversation, lastText, lastAt } = item;
  const name = visitorName(conversation);
  const unread = isUnread(item);
  const isOpen = route.value.page === "conversations" && route.value.id === conversation.id;

  return (
    <li id={`item-${conversation.id}`} class={`item ${unread ? "unread" : ""}`}>
      <Link href={pathOf(conversation.id)} aria-current={isOpen ? "true" : undefined}>
        <Avatar name={name} kind="visitor" />
        <span class="item-row">
          <span class="item-name">{name}</span>
          <time class="item-time" dateTime={new Date(lastAt).toISOString()} title={exactly(lastAt)}>
            {shortly(lastAt, clock.value)}
          </time>
        </span>
        <span class="item-row">
          <span class="item-text">{previewOf(lastText ?? "")}</span>
          <Owner item={item} />
        </span>
        {unread && (
          <span class="dot">
            <span class="for-ears">unread</span>
          </span>
        )}
      </Link>
    </li>
  );
}

/** Whose turn it is. */
function Owner({ item }: { item: Listed }) {
  const { status, agent } = item.conversation;
  switch (status) {
    case "waiting": {
      const time = lasting(clock.value - (waitingSince(item) ?? clock.value));
      return <span class="badge badge-waiting">{time === "now" ? "waiting" : `waiting ${time}`}</span>;
    }
    case "agent":
      return <span class="badge badge-agent">{isMe(agent?.id) ? "you" : (agent?.name ?? "a person")}</span>;
    case "assistant":
      return <span class="badge">assistant</span>;
    case "closed":
      return <span class="badge">closed</span>;
  }
}
