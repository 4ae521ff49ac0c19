import fc from "fast-check";
import { expect, test } from "vitest";
import { awayUntilFrom } from "../../src/settings/away-until.ts";
import { maxAway } from "../../src/settings/schema.ts";

const timeZone = "Europe/Berlin";
/** A Wednesday, 11:00 where the team is. */
const now = Date.parse("2026-03-25T10:00Z");
const until = (text: string) => {
  const result = awayUntilFrom(text, { now, timeZone });
  return "until" in result ? new Date(result.until).toISOString() : result.problem;
};

test.each([
  ["2h", "2026-03-25T12:00Z"],
  ["30m", "2026-03-25T10:30Z"],
  ["for 90 minutes", "2026-03-25T11:30Z"],
  ["1h 30min", "2026-03-25T11:30Z"],
  ["1.5h", "2026-03-25T11:30Z"],
  ["3 days", "2026-03-28T10:00Z"],
  ["tomorrow", "2026-03-26T00:00+01:00"],
  ["tomorrow 9:00", "2026-03-26T09:00+01:00"],
  ["until tomorrow at 9am", "2026-03-26T09:00+01:00"],
  ["17:00", "2026-03-25T17:00+01:00"],
  ["5pm", "2026-03-25T17:00+01:00"],
  ["today 17:00", "2026-03-25T17:00+01:00"],
  ["9:00", "2026-03-26T09:00+01:00"],
  ["monday", "2026-03-30T00:00+02:00"],
  ["Monday 9:00", "2026-03-30T09:00+02:00"],
  ["mon 9", "2026-03-30T09:00+02:00"],
  ["wednesday", "2026-04-01T00:00+02:00"],
  ["wed 17:00", "2026-03-25T17:00+01:00"],
  ["2026-12-01", "2026-12-01T00:00+01:00"],
  ["2026-12-01 09:30", "2026-12-01T09:30+01:00"],
  ["2026-12-01T09:30", "2026-12-01T09:30+01:00"],
])("away %j ends at %s", (typed, moment) => {
  expect(until(typed)).toBe(new Date(moment).toISOString());
});

test.each(["", "  ", "until"])("away %j lasts until somebody comes back", (typed) => {
  expect(awayUntilFrom(typed, { now, timeZone })).toEqual({ until: maxAway });
});

test.each([
  [
    "lunch",
    "“lunch” is not understood. Write 2h, 30m, tomorrow, 17:00, Monday 9:00 or 2026-12-01, or nothing.",
  ],
  ["17", "“17” is not understood."],
  ["25:00", "“25:00” is not understood."],
  ["monday 99", "“monday 99” is not understood."],
  ["2026-02-30", "“2026-02-30” is not understood."],
  ["2026-01-01", "“2026-01-01” is over already."],
  ["today 9:00", "“today 9:00” is over already."],
  ["0h", "“0h” is over already."],
  ["900 days", "That is more than a year."],
])("away %j is refused in words", (typed, words) => {
  expect(until(typed)).toContain(words);
});

test("whatever is typed is a time to come or a problem in words", () => {
  const word = fc.constantFrom(
    "2",
    "h",
    "m",
    "tomorrow",
    "monday",
    "17:00",
    " ",
    "at",
    "2026-12-01",
    "5pm",
    ".",
  );
  const typed = fc.oneof(
    fc.string(),
    fc.array(word, { maxLength: 6 }).map((words) => words.join("")),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const result = awayUntilFrom(text, { now, timeZone });
      if ("until" in result) expect(result.until).toBeGreaterThan(now);
      else expect(result.problem).toMatch(/\S/);
    }),
    { numRuns: 1_000 },
  );
});
