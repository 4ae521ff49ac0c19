import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { availabilityAt } from "../../src/settings/availability.ts";
import type { Hours } from "../../src/settings/hours.ts";
import { hoursFrom } from "../../src/settings/hours-from.ts";
import { maxAway } from "../../src/settings/schema.ts";
import type { TeamPresence } from "../../src/settings/team-presence.ts";

const timeZone = "Europe/Berlin";
const week = (text: string) => {
  const result = hoursFrom(text);
  return "week" in result ? result.week : [];
};
const office = { timeZone, week: week("Mon-Fri 9-17"), holidays: ["2026-12-25"] };
const at = (time: string) => Date.parse(time);
const see = (time: string, hours: Hours = office, awayUntil = 0) =>
  availabilityAt({ hours, awayUntil }, at(time));

describe("availability", () => {
  test("without hours the team is always there", () => {
    expect(see("2026-03-01T03:00Z", { timeZone, week: [], holidays: [] })).toEqual({
      isOpen: true,
      reason: "open",
      words: "Open: no office hours are set.",
    });
  });

  test("opens and closes to the minute, by the clock where the team is", () => {
    expect(see("2026-03-02T07:59:59.999Z").isOpen).toBe(false);
    expect(see("2026-03-02T08:00Z")).toMatchObject({
      isOpen: true,
      words: "Open until Monday 17:00 (Europe/Berlin).",
    });
    expect(see("2026-03-02T15:59:59.999Z").isOpen).toBe(true);
    expect(see("2026-03-02T16:00Z")).toMatchObject({ isOpen: false, reason: "hours" });
  });

  test("at the weekend it says when it opens again", () => {
    expect(see("2026-03-07T12:00Z")).toEqual({
      isOpen: false,
      reason: "hours",
      opensAt: at("2026-03-09T09:00+01:00"),
      words: "Closed: outside office hours. Opens Monday 09:00 (Europe/Berlin).",
    });
  });

  test("the change of the clocks on the weekend does not move the opening", () => {
    expect(see("2026-03-28T12:00Z").opensAt).toBe(at("2026-03-30T09:00+02:00"));
    expect(see("2026-10-24T12:00Z").opensAt).toBe(at("2026-10-26T09:00+01:00"));
  });

  test("an opening in the hour that is left out is an hour later, that day only", () => {
    const night = { timeZone, week: week("Sat-Mon 2:30-4:30"), holidays: [] };
    expect(see("2026-03-29T00:00Z", night).opensAt).toBe(at("2026-03-29T03:30+02:00"));
    expect(see("2026-03-29T12:00Z", night).opensAt).toBe(at("2026-03-30T02:30+02:00"));
  });

  test("an opening over the hour that comes twice is open in both", () => {
    const night = { timeZone, week: week("Sun 1-4"), holidays: [] };
    expect(see("2026-10-25T00:30Z", night).isOpen).toBe(true);
    expect(see("2026-10-25T01:30Z", night).isOpen).toBe(true);
    expect(see("2026-10-25T03:00Z", night).isOpen).toBe(false);
  });

  test("a day that begins at one o'clock is open from its beginning", () => {
    const cairo = { timeZone: "Africa/Cairo", week: week("Fri 0-24"), holidays: [] };
    expect(see("2026-04-23T12:00Z", cairo).opensAt).toBe(at("2026-04-24T01:00+03:00"));
    expect(see("2026-04-24T20:59:59Z", cairo).isOpen).toBe(true);
    expect(see("2026-04-24T21:00Z", cairo).isOpen).toBe(false);
  });

  test("a holiday closes the whole day, whatever the hours", () => {
    expect(see("2026-12-25T10:00Z")).toMatchObject({
      reason: "holiday",
      words: "Closed: a holiday. Opens Monday 09:00 (Europe/Berlin).",
    });
    expect(see("2026-12-25T10:00Z", { ...office, week: [] })).toMatchObject({
      reason: "holiday",
      opensAt: at("2026-12-26T00:00+01:00"),
    });
    expect(see("2026-12-24T23:30Z").reason).toBe("holiday");
  });

  test("who says away is right before every plan, and the plan decides when it is over", () => {
    expect(see("2026-03-02T10:00Z", office, at("2026-03-02T12:00Z"))).toEqual({
      isOpen: false,
      reason: "away",
      opensAt: at("2026-03-02T12:00Z"),
      words: "Away until Monday 13:00 (Europe/Berlin).",
    });
    expect(see("2026-03-06T10:00Z", office, at("2026-03-07T10:00Z"))).toMatchObject({
      reason: "away",
      opensAt: at("2026-03-09T08:00Z"),
      words: "Away until Saturday 11:00 (Europe/Berlin). Opens Monday 09:00 (Europe/Berlin).",
    });
    expect(see("2026-12-25T10:00Z", office, maxAway).reason).toBe("away");
    expect(see("2026-03-02T10:00Z", office, at("2026-03-02T10:00Z")).isOpen).toBe(true);
  });

  test("away until somebody comes back has no opening", () => {
    expect(see("2026-03-02T10:00Z", office, maxAway)).toEqual({
      isOpen: false,
      reason: "away",
      words: "Away until somebody comes back.",
    });
  });

  test("presence comes last: it closes when nobody is seen, and opens nothing that is closed", () => {
    const presence = (time: string, seen: TeamPresence, awayUntil = 0) =>
      availabilityAt({ hours: office, awayUntil }, at(time), seen);
    expect(presence("2026-03-02T10:00Z", "nobody")).toEqual({
      isOpen: false,
      reason: "presence",
      words:
        "Closed: nobody is active in the Slack channel, and no inbox is open. Opens as soon as somebody is there.",
    });
    expect(presence("2026-03-02T10:00Z", "here").words).toBe(
      "Open until Monday 17:00 (Europe/Berlin). Somebody is there.",
    );
    expect(presence("2026-03-02T20:00Z", "here").reason).toBe("hours");
    expect(presence("2026-03-02T20:00Z", "nobody")).toEqual(see("2026-03-02T20:00Z"));
    expect(presence("2026-12-25T10:00Z", "here").reason).toBe("holiday");
    expect(presence("2026-03-02T10:00Z", "here", maxAway).reason).toBe("away");
  });

  test("presence that is unknown closes nothing, and says so", () => {
    expect(availabilityAt({ hours: office, awayUntil: 0 }, at("2026-03-02T10:00Z"), "unknown")).toEqual({
      isOpen: true,
      reason: "open",
      words:
        "Open until Monday 17:00 (Europe/Berlin). Slack does not say whether somebody is there, so presence closes nothing.",
    });
  });

  test("no opening within 30 days is said so", () => {
    const holidays = Array.from({ length: 40 }, (_, day) =>
      new Date(at("2026-03-01T00:00Z") + day * 86_400_000).toISOString().slice(0, 10),
    );
    expect(see("2026-03-02T10:00Z", { ...office, holidays })).toEqual({
      isOpen: false,
      reason: "holiday",
      words: "Closed: a holiday. No opening in the next 30 days.",
    });
  });
});

const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Africa/Cairo",
  "Asia/Kathmandu",
];
const minute = fc.integer({ min: 0, max: 1440 });
const hours = fc.record({
  timeZone: fc.constantFrom(...zones),
  week: fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 7 }), minute, minute)
      .filter(([, a, b]) => a !== b)
      .map(([day, a, b]) => ({ day, from: Math.min(a, b), to: Math.max(a, b) })),
    { maxLength: 8 },
  ),
  holidays: fc.array(
    fc
      .date({ min: new Date("2026-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
    { maxLength: 5 },
  ),
});
const moment = fc.integer({ min: at("2026-01-01T00:00Z"), max: at("2026-12-31T00:00Z") });
const away = fc.oneof(fc.constant(0), fc.constant(maxAway), moment);

test("whatever the plan: closed before the opening that is named, open at it, and never a failure", () => {
  fc.assert(
    fc.property(
      hours,
      moment,
      away,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (hours, now, awayUntil, share) => {
        const seen = availabilityAt({ hours, awayUntil }, now);
        expect(seen.words).toMatch(/\.$/);
        if (seen.isOpen || seen.opensAt === undefined) return;
        expect(seen.opensAt).toBeGreaterThan(now);
        expect(availabilityAt({ hours, awayUntil }, seen.opensAt).isOpen).toBe(true);
        const between = Math.floor(now + (seen.opensAt - 1 - now) * share);
        expect(availabilityAt({ hours, awayUntil }, between).isOpen).toBe(false);
        expect(availabilityAt({ hours, awayUntil }, seen.opensAt - 1).isOpen).toBe(false);
      },
    ),
    { numRuns: 300 },
  );
});
