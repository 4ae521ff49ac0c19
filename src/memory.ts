import { LRUCache } from "lru-cache";

export type Memory<Value extends NonNullable<unknown>> = LRUCache<string, Value>;

/**
 * Remembers up to `max` values, those used last, each for `ttl` milliseconds. Room is taken as values come: given its
 * own `max`, the library takes all of it at once, and our caches together would cost each start 5 MB and 25 ms.
 */
export const createMemory = <Value extends NonNullable<unknown>>({
  max,
  ttl,
}: {
  max: number;
  ttl?: number;
}): Memory<Value> =>
  new LRUCache({ maxSize: max, sizeCalculation: () => 1, ...(ttl === undefined ? {} : { ttl }) });
