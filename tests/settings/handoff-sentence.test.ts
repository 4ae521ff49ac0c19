import { expect, test } from "vitest";
import { availabilityAt } from "../../src/settings/availability.ts";
import { handoffSentenceFor } from "../../src/settings/handoff-sentence.ts";
import { maxAway, Settings } from "../../src/settings/schema.ts";
import type { TeamPresence } from "../../src/settings/team-presence.ts";

const saturday = Date.parse("2026-03-07T12:00Z");
const office = {
  timeZone: "Europe/Berlin",
  week: [{ day: 1, from: 540, to: 1020 }],
  holidays: [],
};
const sentenceFor = (wanted: Partial<Settings>, now: number, presence?: TeamPresence) => {
  const settings = Settings.parse(wanted);
  return handoffSentenceFor({ settings, now, availability: availabilityAt(settings, now, presence) });
};

test("the standard sentence stands while the team is there", () => {
  expect(sentenceFor({}, saturday)).toBeUndefined();
  expect(sentenceFor({ hours: office }, Date.parse("2026-03-09T10:00Z"))).toBeUndefined();
});

test("while the team is closed, the visitor is told until when", () => {
  expect(sentenceFor({ hours: office }, saturday)).toBe(
    "Our team is away until Monday 09:00 (Europe/Berlin). Your conversation is with them, and they answer here.",
  );
});

test("no time is promised that nobody knows", () => {
  expect(sentenceFor({}, saturday, "nobody")).toBe(
    "Our team is away at the moment. Your conversation is with them, and they answer here.",
  );
  expect(sentenceFor({ awayUntil: maxAway }, saturday)).toBe(
    "Our team is away at the moment. Your conversation is with them, and they answer here.",
  );
});

test("an admin's own words take the place of ours", () => {
  const words = "Back on Monday!";
  expect(sentenceFor({ hours: office, awayMessage: words }, saturday)).toBe(words);
  expect(sentenceFor({ awayMessage: words }, saturday)).toBeUndefined();
});
