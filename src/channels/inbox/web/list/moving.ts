import type { Listed } from "../../conversations/protocol.ts";
import { go, route } from "../route.ts";
import { listed } from "./conversation-list.ts";
import { placeInList } from "./list-query.ts";
import { markUnread } from "./seen.ts";

/** The conversation so many below the open one; without an open one, the first or the last. */
export function neighbour(step: number): Listed | undefined {
  const items = listed.peek();
  const at = items.findIndex(({ conversation }) => conversation.id === openId());
  return at === -1 ? items.at(step > 0 ? 0 : -1) : items[at + step];
}

export const atEdge = (edge: "first" | "last") => listed.peek().at(edge === "first" ? 0 : -1);

/** Where the search found it, if one did. Without any, the list stays alone. */
export const openFromList = (item: Listed | undefined) =>
  go(placeInList(item?.conversation.id, item?.found?.seq));

/** Unread again, and off the screen: what is open is being read. */
export function putBack(): void {
  const item = listed.peek().find(({ conversation }) => conversation.id === openId());
  if (!item) return;
  openFromList(undefined);
  void markUnread(item);
}

function openId(): string | undefined {
  const now = route.peek();
  return now.page === "conversations" ? now.id : undefined;
}
