import { computed } from "@preact/signals";
import type { ListQuery } from "../../conversations/protocol.ts";
import { go, pathOf, query, route } from "../route.ts";

export type Filter = ListQuery["status"];

/** `at` says which message is shown, and is no condition of the list. */
const ofOneConversation = "at";

/** The conditions of the list as they stand in the address, also behind an open conversation's; what is not known too. */
export const listQuery = computed(() => {
  const conditions = new URLSearchParams(query.value);
  conditions.delete(ofOneConversation);
  return conditions.toString();
});

export const condition = (name: string): string => new URLSearchParams(listQuery.value).get(name) ?? "";

export const filter = computed(() => (condition("status") || "open") as Filter);
export const search = computed(() => condition("search"));

/** Conditions beside tab and search. */
export const narrowings = computed(() =>
  [...new URLSearchParams(listQuery.value).keys()].filter((name) => name !== "status" && name !== "search"),
);

/** The event whose message the address points at. */
export const pointedAt = computed(
  () => Number(new URLSearchParams(query.value).get(ofOneConversation)) || undefined,
);

/** The address with other conditions; an empty one is taken away. */
export function withConditions(changes: Record<string, string>): string {
  const conditions = new URLSearchParams(listQuery.value);
  for (const [name, value] of Object.entries(changes)) {
    if (value) conditions.set(name, value);
    else conditions.delete(name);
  }
  const { page } = route.value;
  const id = page === "conversations" ? route.value.id : undefined;
  return address(id, conditions.toString());
}

export const narrow = (changes: Record<string, string>) => go(withConditions(changes), { instead: true });

/** A conversation of this list, or the list alone; `at` is the event to show of it. */
export function placeInList(id: string | undefined, at?: number): string {
  const conditions = new URLSearchParams(listQuery.value);
  if (at) conditions.set(ofOneConversation, String(at));
  return address(id, conditions.toString());
}

const address = (id: string | undefined, conditions: string) =>
  `${id === undefined ? "/inbox" : pathOf(id)}${conditions ? `?${conditions}` : ""}`;
