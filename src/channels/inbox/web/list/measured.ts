import { computed, signal } from "@preact/signals";
import type { MeasuredPage } from "../../analytics/protocol.ts";
import type { ListedPage } from "../../conversations/protocol.ts";
import { go, pathOf, route } from "../route.ts";
import { condition } from "./list-query.ts";

/** The list shows the conversations that a number of the reports is that of. */
export const measured = computed(() => condition("measure") !== "");

/** What the number is called and means, once the list was read. */
export const number = signal<Pick<MeasuredPage, "total" | "label" | "definition"> | undefined>(undefined);

export function tookNumber(page: ListedPage): void {
  number.value = isMeasured(page) ? page : undefined;
}

const isMeasured = (page: ListedPage): page is MeasuredPage => "definition" in page;

/** Shows all conversations again, and the open one beside them. */
export function leaveMeasured(): void {
  const { value } = route;
  go(value.page === "conversations" && value.id !== undefined ? pathOf(value.id) : "/inbox");
}
