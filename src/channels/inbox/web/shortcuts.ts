import { listed } from "./list/conversation-list.ts";
import { go, pathOf, route } from "./route.ts";

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;

/** `/` search, `j` and `k` through the list, `r` reply, Escape out of a field. Returns how to stop. */
export function listenToKeys(): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && isTyping(event.target)) return (event.target as HTMLElement).blur();
    if (isTyping(event.target)) return;
    const act = actions[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  addEventListener("keydown", press);
  return () => removeEventListener("keydown", press);
}

const actions: Record<string, (() => void) | undefined> = {
  "/": () => focus("search"),
  r: () => focus("reply"),
  j: () => move(1),
  k: () => move(-1),
};

const focus = (id: string) => document.getElementById(id)?.focus();

function move(step: number): void {
  const ids = listed.value.map(({ conversation }) => conversation.id);
  const at = route.value.page === "conversations" ? ids.indexOf(route.value.id ?? "") : -1;
  const next = at === -1 ? ids[step > 0 ? 0 : ids.length - 1] : ids[at + step];
  if (next === undefined) return;
  go(pathOf(next));
  document.getElementById(`item-${next}`)?.scrollIntoView({ block: "nearest" });
}
