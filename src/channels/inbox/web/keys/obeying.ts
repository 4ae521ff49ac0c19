import type { Key } from "./key-map.ts";

/** So long the second of two keys may take. */
const togetherMs = 1_200;

type Pressed = Pick<
  KeyboardEvent,
  "key" | "target" | "metaKey" | "ctrlKey" | "altKey" | "isComposing" | "repeat" | "defaultPrevented"
>;

/** Obeys keys, none of them while somebody types, chooses or has a window open. Says of each whether it was one of ours. */
export function createObeying(keys: readonly Key[], now: () => number = () => performance.now()) {
  let first: { key: string; at: number } | undefined;

  return (event: Pressed): boolean => {
    const { key, target, metaKey, ctrlKey, altKey, isComposing, repeat, defaultPrevented } = event;
    if (metaKey || ctrlKey || altKey || isComposing || repeat || defaultPrevented) return false;
    if (isTyping(target) || isInWindow(target)) return false;

    const before = first && now() - first.at < togetherMs ? first.key : undefined;
    first = undefined;
    const wanted =
      (before && keys.find(({ keys: [one, two] }) => one === before && two === key)) ||
      keys.find(({ keys }) => keys.length === 1 && keys[0] === key);
    if (wanted) {
      if (wanted.isPossible && !wanted.isPossible()) return false;
      wanted.run();
      return true;
    }
    if (!keys.some(({ keys }) => keys.length === 2 && keys[0] === key)) return false;
    first = { key, at: now() };
    return true;
  };
}

const within = (target: EventTarget | null, selector: string) =>
  target !== null &&
  "closest" in target &&
  typeof target.closest === "function" &&
  target.closest(selector) !== null;

export const isTyping = (target: EventTarget | null) =>
  within(
    target,
    "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]",
  );

export const isInWindow = (target: EventTarget | null) =>
  within(target, "dialog, [role=dialog], [role=menu]") ||
  (typeof document !== "undefined" && document.querySelector("dialog[open]") !== null);
