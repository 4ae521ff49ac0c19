import fc from "fast-check";
import { expect, test } from "vitest";
import { backoffMs } from "../../widget/src/backoff.ts";

test("the first attempt comes within half a second, the hundredth within half a minute", () => {
  expect(backoffMs(0, () => 1)).toBe(500);
  expect(backoffMs(100, () => 1)).toBe(30_000);
});

test("every wait doubles and is spread over its second half", () => {
  fc.assert(
    fc.property(fc.nat(5), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
      const fullMs = 500 * 2 ** failures;
      const ms = backoffMs(failures, () => random);
      expect(ms).toBeGreaterThanOrEqual(fullMs / 2);
      expect(ms).toBeLessThanOrEqual(fullMs);
    }),
  );
});
