import { signal } from "@preact/signals";
import { draftIn } from "../conversation/composer/draft.ts";
import { detailsLieOver, detailsShown } from "../conversation/details-shown.ts";
import { done } from "../conversation/done.ts";
import { current } from "../inbox-state.ts";
import { atEdge, neighbour, openFromList, putBack } from "../list/moving.ts";
import { go, route } from "../route.ts";

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
  /** The log has its own beginning and end. */
  isInList: () => acts.isListShown() && !document.activeElement?.closest("[role=log]"),
  next: () => move(1),
  previous: () => move(-1),
  first: () => openFromList(atEdge("first")),
  last: () => openFromList(atEdge("last")),
  unread: putBack,

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
  hasMasked: () => masked().length > 0,
  /** From the newest up: whoever looks presses once more, because looking is written down. */
  masked: () => {
    const all = masked();
    const at = all.findIndex((button) => button.matches(":focus"));
    all.at(at < 0 ? -1 : at - 1)?.focus();
  },
  newest: () => document.getElementById("log-end")?.scrollIntoView(),
  leave: () => {
    if (detailsLieOver()) return acts.details();
    const open = current.peek();
    openFromList(undefined);
    if (open) document.querySelector<HTMLElement>(`#item-${CSS.escape(open.id)} a`)?.focus();
  },
};

const masked = () => [...document.querySelectorAll<HTMLElement>(".about-masked > button")];

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
  const leave = () => openFromList(next);
  if (now) void done(now.open, verb, goesOn ? { afterwards: leave } : {});
}

function move(step: number): void {
  const next = neighbour(step);
  if (next) openFromList(next);
}
