import { signal } from "@preact/signals";
import { isTouched } from "../elements/touch.ts";
import { kept } from "../kept.ts";

export type SendKey = "enter" | "mod-enter";

// On a phone Enter is the only key that starts a line, and the button is where the thumb is.
const store = kept<SendKey>("send-key", isTouched() ? "mod-enter" : "enter");
const chosen = signal<SendKey | undefined>(undefined);

/** Which key sends what is being written: each person's own choice, kept in this browser. */
export const sendKey = (): SendKey => chosen.value ?? store.read();

export function chooseSendKey(key: SendKey): void {
  chosen.value = key;
  store.write(key);
}
