import { keyMap } from "./key-map.ts";
import { createObeying, isInWindow, isTyping } from "./obeying.ts";

/** Obeys the map's keys. Escape leaves a field first, and the conversation only after that. Returns how to stop. */
export function listenToKeys(): () => void {
  const obey = createObeying(keyMap);
  const press = (event: KeyboardEvent) => {
    const { key, target, defaultPrevented } = event;
    if (key === "Escape" && isTyping(target)) {
      if (!defaultPrevented && !isInWindow(target) && target instanceof HTMLElement) target.blur();
    } else if (obey(event)) event.preventDefault();
  };
  addEventListener("keydown", press);
  return () => removeEventListener("keydown", press);
}
