import { signal } from "@preact/signals";
import { draftIn } from "../conversation/composer/draft.ts";
import { detailsShown } from "../conversation/details-shown.ts";
import { done } from "../conversation/done.ts";
import { current } from "../inbox-state.ts";
import { listed } from "../list/conversation-list.ts";
import { go, pathOf, route } from "../route.ts";

/** Whether the map of the keys is on the screen. */
export const mapShown = signal(false);

export const currentConversation = () => {
  const open = current.peek();
  const view = open?.view.peek();
  return open && view?.state === "ready" ? { open, conversation: view.conversation } : undefined;
};

/** What can be done by a key. */
export const acts = {
  showMap: () => {
    mapShown.value = true;
  },
  goTo: (path: string) => () => go(path),

  search: () => {
    if (!document.getElementById("search")) go("/inbox");
    // The list may be drawn only now.
    requestAnimationFrame(() => document.getElementById("search")?.focus());
  },
  isListShown: () => route.peek().page === "conversations",
  next: () => move(1),
  previous: () => move(-1),

  reply: () => write(false),
  note: () => write(true),
  claim: () => perform("claim"),
  handBack: () => perform("hand-back"),
  reopen: () => perform("reopen"),
  close: () => perform("close", true),
  assign: () => document.getElementById("assign")?.click(),
  details: () => {
    detailsShown.value = !detailsShown.value;
  },
  newest: () => document.getElementById("log-end")?.scrollIntoView(),
  leave: () => {
    const open = current.peek();
    go("/inbox");
    if (open) document.querySelector<HTMLElement>(`#item-${CSS.escape(open.id)} a`)?.focus();
  },
};

function write(note: boolean): void {
  const open = current.peek();
  const box = document.getElementById("reply");
  if (!open || !box) return;
  const draft = draftIn(open.id);
  draft.value = { ...draft.peek(), note };
  box.focus();
}

function perform(verb: "claim" | "hand-back" | "close" | "reopen", goesOn = false): void {
  const now = currentConversation();
  const next = goesOn ? neighbour(1) : undefined;
  const leave = () => go(next === undefined ? "/inbox" : pathOf(next));
  if (now) void done(now.open, verb, goesOn ? { afterwards: leave } : {});
}

function move(step: number): void {
  const next = neighbour(step);
  if (next === undefined) return;
  go(pathOf(next));
  document.getElementById(`item-${next}`)?.scrollIntoView({ block: "nearest" });
}

/** The conversation so many below the open one; without an open one, the first or the last. */
function neighbour(step: number): string | undefined {
  const ids = listed.peek().map(({ conversation }) => conversation.id);
  const now = route.peek();
  const at = now.page === "conversations" ? ids.indexOf(now.id ?? "") : -1;
  return at === -1 ? ids[step > 0 ? 0 : ids.length - 1] : ids[at + step];
}
