import type { RichTextElement } from "@slack/types";
import { lossInBrief } from "../../../conversation/contact-in-words.ts";
import type { Conversation, Page } from "../../../conversation/conversation.ts";
import { decidedBy, offeredFor } from "../../../conversation/decision-in-words.ts";
import type { ContactWay } from "../../../conversation/lost-contact.ts";
import type { Presence } from "../../../conversation/presence.ts";
import { ratingInBrief } from "../../../conversation/rating.ts";
import type { CardFacts } from "./card-facts.ts";
import { inUtc } from "./date-token.ts";

export const whyOf = ({ handoff }: Conversation) => handoff?.reason ?? "Asked for a person";

/** What an agent should know before reading. Rich text, because most of it is the visitor's to choose. */
export function rootFacts({ conversation, presence, words, siteName }: CardFacts): RichTextElement[] {
  const { handoff, brief: briefed } = conversation;
  // The brief says it better, and the card nothing twice.
  const summary = briefed ? undefined : handoff?.summary;
  const matched = handoff?.matched ? ` (“${brief(handoff.matched, 200)}”)` : "";
  const facts: [string, RichTextElement[]][] = [
    ["Why", [text(`${brief(whyOf(conversation), 300)}${matched}`)]],
  ];
  if (words?.trim() && !summary) facts.push(["Wrote", [text(`“${brief(words, 300)}”`)]]);
  if (handoff) facts.push(["Decided by", [text(decidedBy(handoff))]]);
  if (handoff?.afterOffer) facts.push(["After an offer", [text(brief(offeredFor(handoff.afterOffer), 300))]]);
  if (summary) facts.push(["Summary", [text(brief(summary, 1_000))]]);
  if (handoff?.urgency === "high") facts.push(["Urgency", [text("high")]]);
  if (siteName) facts.push(["Site", [text(brief(siteName, 80))]]);
  const page = presence?.page ?? conversation.page;
  if (page) facts.push(["Page", pageLink(page)]);
  if (presence) facts.push(["Visitor", [whereabouts(presence)]]);
  facts.push(["Contact", contactOf(conversation)]);
  const given = conversation.rating?.given;
  if (given) facts.push(["Rated", [text(brief(ratingInBrief(given), 300))]]);

  return facts.flatMap(([name, elements], index) => [
    { type: "text", text: `${index > 0 ? "\n" : ""}${name}: `, style: { bold: true } },
    ...elements,
  ]);
}

const text = (words: string): RichTextElement => ({ type: "text", text: words || "–" });

/** Slack counts the minutes itself. */
const whereabouts = ({ isHere, at }: Presence): RichTextElement =>
  isHere
    ? text("On the site now")
    : {
        type: "date",
        timestamp: Math.floor(at / 1000),
        format: "Left {ago}",
        fallback: `Left at ${inUtc(at)}`,
      };

function brief(words: string, max: number): string {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > max ? `${line.slice(0, max - 1)}…` : line;
}

/** Where they are answered, and where they are not any more. */
function contactOf({ visitor: { email, phone }, lostContacts }: Conversation): RichTextElement[] {
  const why = (asked: ContactWay) => {
    const lost = lostContacts.find(({ way }) => way === asked);
    return lost ? [text(` (${lossInBrief(lost)})`)] : [];
  };
  const known = [
    ...(email ? [[mailLink(email), ...why("email")]] : []),
    ...(phone ? [[text(`${phone} by SMS`), ...why("sms")]] : []),
  ];
  if (known.length === 0) return [text("no contact detail")];
  return known.flatMap((elements, index) => (index > 0 ? [text(" · "), ...elements] : elements));
}

const mailLink = (email: string): RichTextElement =>
  /^[^\s<>|?&]+@[^\s<>|?&]+$/.test(email)
    ? { type: "link", url: `mailto:${email}`, text: email }
    : text(brief(email, 200));

/** The link's label is its own address: a page's title is the visitor's to choose, and could promise another place. */
function pageLink({ url, title }: Page): RichTextElement[] {
  const named = title ? [text(`${brief(title, 150)} · `)] : [];
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url) || url.length > 1_000)
    return [...named, text(brief(url, 200))];
  const { href, host, pathname } = new URL(url);
  return [...named, { type: "link", url: href, text: brief(`${host}${pathname}`, 120) }];
}
