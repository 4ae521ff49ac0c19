import fc from "fast-check";
import { expect, test } from "vitest";
import { type Changed, changedUnder, everySite, keyOf } from "../../src/settings/change-key.ts";

const siteKey = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,39}$/);
const changed: fc.Arbitrary<Changed> = fc.oneof(
  fc.record({ kind: fc.constant("setting" as const), name: fc.constantFrom("greeting", "holdSeconds") }),
  fc.record({ kind: fc.constant("site" as const), siteKey, field: fc.constantFrom("name", "keepDays") }),
  fc.record({ kind: fc.constant("workspace" as const), team: fc.stringMatching(/^T[A-Z0-9]+$/) }),
  fc.record({
    kind: fc.constant("knowledge" as const),
    what: fc.constantFrom("knowledge page", "knowledge answer", "rejected proposal"),
    title: fc.string({ maxLength: 100 }),
    siteKey: fc.oneof(siteKey, fc.constantFrom(everySite, undefined)),
  }),
);

test("whatever was changed is read from the log again, whatever it is called", () => {
  fc.assert(
    fc.property(changed, (one) => {
      expect(changedUnder(keyOf(one))).toEqual(one);
    }),
  );
});

test("a long title is cut", () => {
  const key = keyOf({ kind: "knowledge", what: "knowledge page", title: "x".repeat(200), siteKey: "shop" });
  expect(key).toBe(`knowledge page of shop: ${"x".repeat(100)}`);
});
