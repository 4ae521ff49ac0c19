import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Hours } from "../../src/settings/hours.ts";
import { hoursFrom } from "../../src/settings/hours-from.ts";
import { hoursInWords } from "../../src/settings/hours-in-words.ts";
import { joined } from "../../src/settings/week.ts";

const read = (text: string) => {
  const result = hoursFrom(text);
  return "week" in result ? hoursInWords(result.week) : result.problem;
};

describe("hours as people type them", () => {
  test.each([
    ["Mon-Fri 9:00-17:30, Sat 10-14", "Mon-Fri 9:00-17:30, Sat 10:00-14:00"],
    ["Mon–Fri 9–17", "Mon-Fri 9:00-17:00"],
    ["mo - fr: 09.00 — 17.30", "Mon-Fri 9:00-17:30"],
    ["Monday to Friday 9am-5pm", "Mon-Fri 9:00-17:00"],
    ["Mondays 9 am to 5:30 pm", "Mon 9:00-17:30"],
    ["weekdays 9-5pm", "Mon-Fri 9:00-17:00"],
    ["Tue 1-5pm", "Tue 13:00-17:00"],
    ["Tue 8-11pm", "Tue 20:00-23:00"],
    ["Tue 9am-5", "Tue 9:00-17:00"],
    ["Tue 9am-noon", "Tue 9:00-12:00"],
    ["Tue 8 p.m.-midnight", "Tue 20:00-24:00"],
    ["daily 8-20", "Daily 8:00-20:00"],
    ["8-20", "Daily 8:00-20:00"],
    ["every day 8h-20h30", "Daily 8:00-20:30"],
    ["Mon-Fri 9-12, 13-17", "Mon-Fri 9:00-12:00, 13:00-17:00"],
    ["Mon-Fri 9-12 and 13-17", "Mon-Fri 9:00-12:00, 13:00-17:00"],
    ["Mon, Wed, Fri 9-17", "Mon 9:00-17:00, Wed 9:00-17:00, Fri 9:00-17:00"],
    ["Mon/Tue 9-17; weekend 10-12", "Mon-Tue 9:00-17:00, Sat-Sun 10:00-12:00"],
    ["9-17 weekdays", "Mon-Fri 9:00-17:00"],
    ["Di-Do 9-17", "Tue-Thu 9:00-17:00"],
    ["Fri-Mon 9-17", "Mon 9:00-17:00, Fri-Sun 9:00-17:00"],
    ["Mon-Fri 9-17\nSat closed", "Mon-Fri 9:00-17:00"],
    ["Fri 22:00-2:00", "Fri 22:00-24:00, Sat 0:00-2:00"],
    ["Sun 18-2", "Mon 0:00-2:00, Sun 18:00-24:00"],
    ["Sun all day", "Sun 0:00-24:00"],
    ["24/7", "24/7"],
    ["", "24/7"],
    ["always", "24/7"],
  ])("%j is %s", (typed, meant) => {
    expect(read(typed)).toBe(meant);
  });

  test.each([
    ["Mon-Fri 9-17, Foo 10-14", "“foo” in “foo 10-14” is not understood"],
    ["Mon-Fri 9-17, Sat 25-27", "“25-27” in “sat 25-27” is not understood"],
    ["Mon-Fri 9-17, Sat 13pm-14pm", "“13pm-14pm” in “sat 13pm-14pm” is not understood"],
    ["Mon-Fri 9:75-17", "“9:75-17” in “mon-fri 9:75-17” is not understood"],
    ["Mon 9", "“9” in “mon 9” is not understood"],
    ["Mon-Fri", "“mon-fri” has no times. Write mon-fri 9:00-17:00."],
    ["Mon 9-5", "“9-5” closes before it opens. Write 9am-5pm if you mean that."],
    ["Mon 9:00-9:00", "“9:00-9:00” is no time at all."],
    ["Mon closed", "nobody is ever there"],
    ["whenever", "“whenever” is not understood. Write hours such as Mon-Fri 9:00-17:30, Sat 10-14."],
  ])("%j is refused, and the words name the part", (typed, words) => {
    expect(hoursFrom(typed)).toEqual({ problem: expect.stringContaining(words) });
  });
});

const minute = fc.integer({ min: 0, max: 1440 });
const opening = fc
  .tuple(fc.integer({ min: 1, max: 7 }), minute, minute)
  .filter(([, a, b]) => a !== b)
  .map(([day, a, b]) => ({ day, from: Math.min(a, b), to: Math.max(a, b) }));

test("whatever the hours are, their words are read back as the same hours", () => {
  fc.assert(
    fc.property(fc.array(opening, { maxLength: 20 }), (week) => {
      expect(hoursFrom(hoursInWords(week))).toEqual({ week: joined(week) });
    }),
  );
});

test("whatever is typed is either hours that can be saved or a problem in words", () => {
  const word = fc.constantFrom(
    "mon",
    "fri",
    "-",
    "to",
    "9",
    "17:30",
    "5pm",
    ",",
    "and",
    "closed",
    "daily",
    "0",
    "24",
    " ",
  );
  const typed = fc.oneof(
    fc.string(),
    fc.array(word, { maxLength: 12 }).map((words) => words.join("")),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const result = hoursFrom(text);
      if ("problem" in result) expect(result.problem).toMatch(/\S/);
      else Hours.parse({ timeZone: "UTC", holidays: [], week: result.week });
    }),
    { numRuns: 1_000 },
  );
});
