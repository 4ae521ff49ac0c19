import type { Cells } from "./cell.ts";
import type { Chat } from "./chat.ts";

export type Surroundings = ReturnType<typeof createSurroundings>;

/** What is known of the browser around the widget. */
export function createSurroundings(cell: Cells) {
  return {
    isOpen: cell(false),
    isOnline: cell(navigator.onLine),
    /** The visitor has this page before them. */
    isWatched: cell(isVisible()),
    /** What the visitor types goes to this page. */
    isFocused: cell(document.hasFocus()),
  };
}

/** Lets the chat know what happens to the page: the network comes and goes, so does the visitor, so do other tabs. */
export function watchBrowser({ isOnline, isWatched, isFocused }: Surroundings, chat: Chat): void {
  const lookAround = () => {
    isOnline.value = navigator.onLine;
    isWatched.value = isVisible();
    if (isOnline.value && isWatched.value) chat.wake();
  };
  const feelFocus = () => {
    isFocused.value = document.hasFocus();
  };
  for (const change of ["online", "offline", "pageshow", "visibilitychange"])
    addEventListener(change, lookAround);
  for (const change of ["focus", "blur"]) addEventListener(change, feelFocus);
  addEventListener("storage", () => chat.recall());
}

const isVisible = () => document.visibilityState === "visible";
