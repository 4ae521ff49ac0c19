import { signal } from "@preact/signals";
import { timeOf, toTheSecond } from "./times.ts";

/** Whether every moment on the page is written out, with its date and second. */
const areInFull = signal(false);

export const timesAreInFull = () => areInFull.value;

export function switchTimes(): void {
  areInFull.value = !areInFull.peek();
}

interface Props {
  /** Ms since 1970. */
  at: number;
  /** How it reads at a glance. */
  short?: string;
  class?: string;
}

/** A moment, short unless somebody wants to know it exactly. */
export const Time = ({ at, short = timeOf(at), class: className }: Props) => (
  <time class={className} dateTime={new Date(at).toISOString()} title={toTheSecond(at)}>
    {areInFull.value ? toTheSecond(at) : short}
  </time>
);

/** A moment that is pressed to see them all in full. By keyboard a key does that: nobody tabs through every message. */
export const PressableTime = (props: Props) => (
  <button type="button" class="time" tabIndex={-1} onClick={switchTimes}>
    <Time {...props} />
  </button>
);
