import { signal } from "@preact/signals";
import { kept } from "../kept.ts";

/** What a member wants to be told of in this browser, and how. */
export interface Wishes {
  sound: boolean;
  /** By the computer itself, also while another window is in front. */
  desktop: boolean;
  /** `mine`: what visitors write in the member's own conversations. `waiting`: also whoever begins to wait. */
  about: "waiting" | "mine";
}

const usual: Wishes = { sound: true, desktop: false, about: "waiting" };
const shelf = kept<Partial<Wishes>>("alerts", {});

export const wishes = signal<Wishes>(usual);

/** As this member left them; read again when somebody else signs in. */
export function readWishes(): void {
  wishes.value = { ...usual, ...shelf.read() };
}

export function wish(change: Partial<Wishes>): void {
  wishes.value = { ...wishes.value, ...change };
  shelf.write(wishes.value);
}
