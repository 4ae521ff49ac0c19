import type { Conversation } from "../../../../conversation/conversation.ts";
import type { OpenState } from "../conversation/open-conversation.ts";
import { shownOf } from "../conversation/shown.ts";
import { counted } from "../elements/counted.ts";

/** What erasing a conversation takes away, one thing a line. */
export function whatGoes(view: OpenState, { visitor, page, handoff }: Conversation): string[] {
  const messages =
    view.state === "ready"
      ? shownOf(view.events).flatMap((event) => (event.type === "message.posted" ? [event.message] : []))
      : [];
  const notes = messages.filter(({ note }) => note).length;
  const files = messages.flatMap((message) => message.files ?? []).length;
  const said = [
    counted(messages.length - notes, "message"),
    ...(notes > 0 ? [counted(notes, "note")] : []),
  ].join(" and ");
  const known = [
    visitor.name && "name",
    visitor.email && `address (${visitor.email})`,
    visitor.phone && `number (${visitor.phone})`,
    page && "page",
    visitor.language && "language",
  ].filter((one) => one);
  return [
    `${said}, also from the search`,
    ...(files > 0 ? [`${counted(files, "file")}, from the disk and from Slack`] : []),
    ...(known.length > 0 ? [`The visitor's ${known.join(", ")}`] : []),
    ...(handoff ? ["The thread in Slack: every post and file of the app"] : []),
    "Briefs, drafts and what was proposed to learn",
    "Links in mails, which lead nowhere from then on",
  ];
}
