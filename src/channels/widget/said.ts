import { ConversationError } from "../../conversation/errors.ts";
import type { Attachment } from "../../conversation/message.ts";
import type { Files } from "../../files/index.ts";
import type { Frame, WidgetInbound } from "./inbound.ts";
import type { Sender } from "./limits.ts";
import type { ToVisitor } from "./protocol.ts";

/** A visitor says something. */
export async function say(
  { conversations, files }: WidgetInbound,
  { siteKey, visitorId, language }: Sender,
  { id, text, files: fileIds = [], page }: Frame<"say">,
): Promise<ToVisitor> {
  const attached = await attachedBy({ siteKey, visitorId }, fileIds, files);
  const source = { via: "widget", externalId: `${visitorId}/${id}` };
  const { seq } = await conversations.receive({
    siteKey,
    visitor: { id: visitorId, language },
    id,
    text,
    files: attached,
    page,
    source,
  });
  return { type: "saved", id, seq };
}

/** Visitors send what they have uploaded themselves, and nothing else, whichever ids they know. */
async function attachedBy(
  visitor: { siteKey: string; visitorId: string },
  ids: string[],
  files: Files,
): Promise<Attachment[]> {
  if (ids.length === 0) return [];
  const wanted = [...new Set(ids)];
  const found = await files.sentBy({ via: "widget", ...visitor }, wanted);
  if (found.length < wanted.length)
    throw new ConversationError("not_yours", "One of the files is not here any more. Attach it again.");
  return found;
}

/** A visitor changes what they said. */
export async function edit(
  { conversations }: WidgetInbound,
  { siteKey, visitorId }: Sender,
  { id, messageId, text }: Frame<"edit">,
): Promise<ToVisitor> {
  const { seq } = await conversations.edit({
    ...{ siteKey, visitor: { id: visitorId }, messageId, text },
    by: { kind: "visitor" },
    source: { via: "widget", externalId: `${visitorId}/${id}` },
  });
  return { type: "saved", id, seq };
}
