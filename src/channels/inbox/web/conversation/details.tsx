import { useEffect, useRef } from "preact/hooks";
import { lossInBrief } from "../../../../conversation/contact-in-words.ts";
import type { Conversation } from "../../../../conversation/conversation.ts";
import { decidedBy, offeredFor } from "../../../../conversation/decision-in-words.ts";
import type { ContactWay } from "../../../../conversation/lost-contact.ts";
import type { Presence } from "../../../../conversation/presence.ts";
import { languageName } from "../../../../settings/languages.ts";
import type { Delivery, TranslationOffer } from "../../conversations/protocol.ts";
import { clock } from "../elements/clock.ts";
import { Copy } from "../elements/copy.tsx";
import { Link } from "../elements/link.tsx";
import { exactly, lasting } from "../elements/times.ts";
import { EraseVisitor } from "../privacy/erase-visitor.tsx";
import { recordOf } from "../privacy/record-address.ts";
import { UnmaskedExport } from "../privacy/unmasked-export.tsx";
import { pathOf } from "../route.ts";
import { isAdmin } from "../sign-in/session.ts";
import { BlockVisitor } from "./blocking.tsx";
import { detailsLieOver, detailsShown, putAway } from "./details-shown.ts";
import { InSlack } from "./in-slack.tsx";
import type { OpenConversation } from "./open-conversation.ts";
import { TranslationSwitch } from "./translation.tsx";

interface Props {
  open: OpenConversation;
  conversation: Conversation;
  translation: TranslationOffer | undefined;
  /** Whether the visitor is on the site; undefined when nobody has followed them yet. */
  presence: Presence | undefined;
  delivery: Delivery;
}

/** Who the visitor is, where they are, and why people were asked for. */
export function Details({ open, conversation, translation, presence, delivery }: Props) {
  const { id, visitor, handoff, siteKey, createdAt } = conversation;
  const page = presence?.page ?? conversation.page;
  const lossAt = (asked: ContactWay) => {
    const lost = conversation.lostContacts.find(({ way }) => way === asked);
    return lost && ` (${lossInBrief(lost)})`;
  };
  const away = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (detailsLieOver()) away.current?.focus();
  }, [detailsShown.value]);
  // Whoever goes on to another conversation wants to see that.
  useEffect(() => () => putAway(), []);
  const export_ = (kind: string) => `/api/export.${kind}?conversation=${encodeURIComponent(id)}`;
  return (
    <aside class={`details ${detailsShown.value ? "is-shown" : ""}`} aria-label="Details">
      <div class="details-head">
        <h2>Visitor</h2>
        <button
          type="button"
          class="quiet"
          ref={away}
          aria-label="Put away"
          onClick={() => {
            detailsShown.value = false;
          }}
        >
          ×
        </button>
      </div>
      <p class={`here ${presence?.isHere ? "is-here" : ""}`}>{whereabouts(presence)}</p>
      <dl>
        {visitor.name && (
          <>
            <dt>Name</dt>
            <dd>{visitor.name}</dd>
          </>
        )}
        {visitor.email && (
          <>
            <dt>Email</dt>
            <dd>
              <a href={`mailto:${encodeURIComponent(visitor.email)}`}>{visitor.email}</a>
              <Copy what="email" text={visitor.email} />
              {lossAt("email")}
            </dd>
          </>
        )}
        {visitor.phone && (
          <>
            <dt>Phone</dt>
            <dd>
              <a href={`tel:${visitor.phone}`}>{visitor.phone}</a>
              <Copy what="phone" text={visitor.phone} />
              {lossAt("sms")}
            </dd>
          </>
        )}
        {!visitor.email && !visitor.phone && (
          <>
            <dt>Contact</dt>
            <dd>No contact detail</dd>
          </>
        )}
        {page && (
          <>
            <dt>Page</dt>
            <dd>
              {isWebAddress(page.url) ? <PageLink {...page} /> : (page.title ?? page.url)}
              <Copy what="address of the page" text={page.url} />
            </dd>
          </>
        )}
        {visitor.language && (
          <>
            <dt>Language</dt>
            <dd>{languageName(visitor.language)}</dd>
          </>
        )}
        <dt>Site</dt>
        <dd>{siteKey}</dd>
        <dt>Began</dt>
        <dd>{exactly(createdAt)}</dd>
        {presence && !presence.isHere && (
          <>
            <dt>Last seen</dt>
            <dd>{exactly(presence.at)}</dd>
          </>
        )}
      </dl>
      {handoff && (
        <>
          <h2>Handoff</h2>
          <dl>
            <dt>Why</dt>
            <dd>{handoff.reason}</dd>
            {handoff.matched && (
              <>
                <dt>Words</dt>
                <dd>“{handoff.matched}”</dd>
              </>
            )}
            <dt>Decided by</dt>
            <dd>{decidedBy(handoff)}</dd>
            {handoff.afterOffer && (
              <>
                <dt>After an offer</dt>
                <dd>{offeredFor(handoff.afterOffer)}</dd>
              </>
            )}
            {handoff.summary && (
              <>
                <dt>Needs</dt>
                <dd>{handoff.summary}</dd>
              </>
            )}
            {handoff.urgency && (
              <>
                <dt>Urgency</dt>
                <dd>{handoff.urgency}</dd>
              </>
            )}
            <dt>When</dt>
            <dd>{exactly(handoff.at)}</dd>
          </dl>
        </>
      )}
      <TranslationSwitch open={open} conversation={conversation} offer={translation} />
      <InSlack open={open} delivery={delivery} />
      <h2>Transcript</h2>
      <p class="downloads">
        <Link href={`${pathOf(conversation.id)}/transcript`}>Read as a page</Link>
        <a href={export_("csv")} download>
          Export CSV
        </a>
        <a href={export_("jsonl")} download>
          Export JSON
        </a>
        <UnmaskedExport scope={new URLSearchParams({ conversation: id })} what="this conversation" />
      </p>
      {isAdmin() && (
        <p class="to-record">
          <Link href={recordOf(id)}>Who looked and exported</Link>
        </p>
      )}
      {isAdmin() && <EraseVisitor open={open} conversation={conversation} />}
      {!conversation.isBlocked && <BlockVisitor open={open} conversation={conversation} />}
    </aside>
  );
}

/** "On the site for 5 min", "Left 2 h ago". */
function whereabouts(presence: Presence | undefined): string {
  if (!presence) return "Not followed until people are called.";
  const time = lasting(clock.value - presence.at);
  if (presence.isHere) return time === "now" ? "On the site now" : `On the site for ${time}`;
  return time === "now" ? "Left just now" : `Left ${time} ago`;
}

/** A visitor tells us the address of their page: anything but a web address would run when clicked. */
const isWebAddress = (url: string) => /^https?:\/\//i.test(url);

const PageLink = ({ url, title }: { url: string; title?: string | undefined }) => (
  <a href={url} target="_blank" rel="noopener noreferrer nofollow" title={url}>
    {title ?? url.replace(/^https?:\/\//i, "")}
  </a>
);
