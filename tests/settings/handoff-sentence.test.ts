import { expect, test } from "vitest";
import { availabilityAt } from "../../src/settings/availability.ts";
import { handoffWordsFor } from "../../src/settings/handoff-sentence.ts";
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
  return handoffWordsFor({ settings, now, availability: availabilityAt(settings, now, presence) }).sentence;
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

test("who reads another language reads the words for it, and the usual ones where there are none", () => {
  const settings = Settings.parse({
    hours: office,
    awayMessage: "We are away.",
    messagesInLanguages: [
      { language: "de", connectingMessage: "Einen Moment bitte.", awayMessage: "Wir sind nicht da." },
      { language: "pt-BR", connectingMessage: "Um momento, por favor." },
    ],
  });
  const said = (language: string, now: number) =>
    handoffWordsFor({ settings, now, language, availability: availabilityAt(settings, now) });
  const monday = Date.parse("2026-03-09T10:00Z");
  expect(said("de-AT", saturday)).toEqual({ sentence: "Wir sind nicht da.", nobodyIsThere: true });
  expect(said("de-AT", monday)).toEqual({ sentence: "Einen Moment bitte.", nobodyIsThere: false });
  expect(said("pt-BR", saturday).sentence).toBe("We are away.");
  expect(said("fr", monday).sentence).toBeUndefined();
});

test("a language is named once", () => {
  const twice = Settings.safeParse({ messagesInLanguages: [{ language: "de" }, { language: "de" }] });
  expect(twice.error?.issues.map(({ message }) => message)).toEqual(["Name every language once."]);
});
