import { signal } from "@preact/signals";

/** Now, to the quarter of a minute: for what people read as "3 min". */
export const clock = signal(Date.now());
setInterval(() => {
  clock.value = Date.now();
}, 15_000);
