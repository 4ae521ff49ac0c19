import type { Listed } from "../../conversations/protocol.ts";
import { visitorName } from "../conversation/names.ts";
import { previewOf } from "../list/preview.ts";

/** What somebody is told of, with a sound or by their computer. */
export interface Alert {
  conversationId: string;
  title: string;
  body: string;
}

interface Desk {
  /** Of the conversation as it was known before; undefined when it was not. */
  before: Listed | undefined;
  isMine: boolean;
  about: "waiting" | "mine";
}

/** What is worth telling about a conversation's news; undefined when nothing is. */
export function newsworthy(news: Listed, { before, isMine, about }: Desk): Alert | undefined {
  const { conversation, lastText = "" } = news;
  const alert = (title: string): Alert => ({
    conversationId: conversation.id,
    title,
    body: previewOf(lastText),
  });
  const name = visitorName(conversation);
  if (about === "waiting" && beginsToWait(news, before)) return alert(`${name} is waiting for a person`);
  const isSaid = news.lastBy === "visitor" && conversation.seq > (before?.conversation.seq ?? 0);
  if (isSaid && isMine && conversation.status !== "closed") return alert(`${name} wrote`);
  return undefined;
}

function beginsToWait({ conversation: { status, handoff } }: Listed, before: Listed | undefined): boolean {
  if (status !== "waiting" || !handoff) return false;
  const known = before?.conversation;
  return known?.status !== "waiting" || (known.handoff?.at ?? 0) < handoff.at;
}
