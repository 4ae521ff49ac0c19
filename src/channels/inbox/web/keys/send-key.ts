import { signal } from "@preact/signals";
import { kept } from "../kept.ts";

export type SendKey = "enter" | "mod-enter";

const store = kept<SendKey>("send-key", "enter");
const chosen = signal<SendKey | undefined>(undefined);

/** Which key sends what is being written: each person's own choice, kept in this browser. */
export const sendKey = (): SendKey => chosen.value ?? store.read();

export function chooseSendKey(key: SendKey): void {
  chosen.value = key;
  store.write(key);
}
