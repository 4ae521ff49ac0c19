import type { Conversation } from "../../../../conversation/conversation.ts";
import { decidedBy, offeredFor } from "../../../../conversation/decision-in-words.ts";
import type { TranslationOffer } from "../../conversations/protocol.ts";
import { exactly } from "../elements/times.ts";
import { BlockVisitor } from "./blocking.tsx";
import type { OpenConversation } from "./open-conversation.ts";
import { TranslationSwitch } from "./translation.tsx";

interface Props {
  open: OpenConversation;
  conversation: Conversation;
  translation: TranslationOffer | undefined;
  /** On narrow screens it lies over the conversation, and only when asked for. */
  isShown: boolean;
}

/** Who the visitor is, where they are, and why people were asked for. */
export function Details({ open, conversation, translation, isShown }: Props) {
  const { id, visitor, page, handoff, siteKey, createdAt } = conversation;
  const export_ = (kind: string) => `/api/export.${kind}?conversation=${encodeURIComponent(id)}`;
  return (
    <aside class={`details ${isShown ? "is-shown" : ""}`} aria-label="Details">
      <h2>Visitor</h2>
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
            </dd>
          </>
        )}
        {page && (
          <>
            <dt>Page</dt>
            <dd>{isWebAddress(page.url) ? <PageLink {...page} /> : (page.title ?? page.url)}</dd>
          </>
        )}
        <dt>Site</dt>
        <dd>{siteKey}</dd>
        <dt>Began</dt>
        <dd>{exactly(createdAt)}</dd>
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
      <h2>Transcript</h2>
      <p class="downloads">
        <a href={export_("csv")} download>
          Export CSV
        </a>
        <a href={export_("jsonl")} download>
          Export JSON
        </a>
      </p>
      {!conversation.isBlocked && <BlockVisitor open={open} conversation={conversation} />}
    </aside>
  );
}

/** A visitor tells us the address of their page: anything but a web address would run when clicked. */
const isWebAddress = (url: string) => /^https?:\/\//i.test(url);

const PageLink = ({ url, title }: { url: string; title?: string | undefined }) => (
  <a href={url} target="_blank" rel="noopener noreferrer nofollow" title={url}>
    {title ?? url.replace(/^https?:\/\//i, "")}
  </a>
);
