import { expect, test } from "vitest";
import { byHour } from "../../src/analytics/hours.ts";
import { partsOf, unitFor } from "../../src/analytics/parts.ts";
import { hour, start } from "./support/history.ts";

const day = 24 * hour;

test("a range is drawn in hours, days or weeks, so that it can be read", () => {
  expect(unitFor({ from: start, to: start + day })).toBe("hour");
  expect(unitFor({ from: start, to: start + 30 * day })).toBe("day");
  expect(unitFor({ from: start, to: start + 365 * day })).toBe("week");
});

test("days begin where the reader is, and none is lost when the clocks change", () => {
  const from = Date.parse("2026-03-27T23:00:00Z");
  const parts = partsOf({ from, to: from + 71 * hour }, "day", "Europe/Berlin");
  expect(parts.map((part) => (part.to - part.from) / hour)).toEqual([24, 23, 24]);
  expect(parts[0]?.from).toBe(from);
});

test("parts cover the range without a gap; its ends are cut", () => {
  const range = { from: start + 5 * hour, to: start + 20 * day + 3 * hour };
  const parts = partsOf(range, "week", "America/New_York");
  expect(parts[0]?.from).toBe(range.from);
  expect(parts.at(-1)?.to).toBe(range.to);
  for (const [index, part] of parts.entries()) if (index > 0) expect(part.from).toBe(parts[index - 1]?.to);
});

test("hours of the week are the reader's; a conversation counts once in each", () => {
  const at = Date.parse("2026-03-01T23:40:00Z");
  const happened = [
    { conversationId: "c1", at },
    { conversationId: "c1", at: at + 60_000 },
    { conversationId: "c2", at: at + 7 * day },
  ];
  expect(byHour(happened, "UTC")).toEqual([{ weekday: 7, hour: 23, conversations: 2 }]);
  expect(byHour(happened, "Asia/Kathmandu")).toEqual([{ weekday: 1, hour: 5, conversations: 2 }]);
});
