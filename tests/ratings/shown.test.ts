import { expect, test } from "vitest";
import { ratedIn } from "../../src/analytics/rated.ts";
import { transcriptOf } from "../../src/channels/inbox/analytics/transcript.ts";
import { inOneLine } from "../../src/channels/inbox/web/conversation/events-in-words.ts";
import { begun } from "../../src/conversation/conversation.ts";
import { isNews } from "../../src/conversation/events.ts";
import { transcriptLines } from "../../src/mail/transcript-lines.ts";
import {
  conversationWithoutSecrets,
  eventWithoutSecrets,
} from "../../src/privacy/masking/without-secrets.ts";
import { ratingWordsIn } from "../../src/settings/rating-words.ts";
import {
  answer,
  asked,
  ben,
  closed,
  handedBack,
  history,
  rated as told,
} from "../analytics/support/history.ts";

const reason = "Slow, my card is 4111 1111 1111 1111";
const visitor = { id: "v", name: "Zoe" };
const conversation = begun({ id: "c", siteKey: "default", visitor, createdAt: 0 });
const rated = {
  ...{ id: "e", conversationId: "c", seq: 9, at: 5, via: "widget", externalId: "x" },
  type: "conversation.rated",
  rating: { isGood: false, reason },
  thanks: "Thank you.",
} as const;
const says = `Zoe says why it was not good: “${reason}”`;

test("the inbox, exports and the team's mails say how the visitor found it", () => {
  expect(inOneLine(rated, conversation)).toBe(says);
  expect(inOneLine({ ...rated, rating: { isGood: true } }, conversation)).toBe(
    "Zoe found this conversation good",
  );
  expect(transcriptOf({ conversation, events: [rated] })).toMatchObject([
    { author: "system", text: `${says}.`, note: false },
  ]);
  const lines = { events: [rated], visitorName: "Zoe", includesNotes: false };
  expect(transcriptLines({ ...lines, isForTeam: true })).toMatchObject([{ text: `${says}.` }]);
  expect(transcriptLines(lines)).toEqual([]);
});

test("what leaves of a reason is masked, in the event and in the conversation", () => {
  expect(JSON.stringify(eventWithoutSecrets(rated))).not.toContain("4111");
  const rating = { at: 1, of: "people", sentence: "How?", isOpen: false, given: rated.rating } as const;
  const shown = conversationWithoutSecrets({ ...conversation, rating });
  expect(shown.rating?.given?.reason).toContain("Slow, my card is");
  expect(JSON.stringify(shown)).not.toContain("4111");
});

test("a rating is news; that somebody is asked at a close is none", () => {
  const asked = { type: "conversation.ratingAsked", sentence: "How?" } as const;
  expect([rated, { ...asked, of: "assistant" } as const].map(isNews)).toEqual([true, true]);
  expect(isNews({ ...asked, of: "people" })).toBe(false);
});

test("words are the visitor's, by language and not by country; in English where there are none", () => {
  expect(ratingWordsIn("de-AT").good).toBe("Gut");
  expect(ratingWordsIn("pt-BR").good).toBe("Boa");
  for (const language of ["pl", undefined]) expect(ratingWordsIn(language).good).toBe("Good");
});

test("a rating is that of whoever answered last, and nobody's where it is about the assistant", () => {
  const steps = [
    answer(),
    answer(ben),
    closed(),
    asked(),
    told(false),
    told(true),
    handedBack(),
    asked("assistant"),
  ];
  const { events } = history(...steps.map((step, index): [number, typeof step] => [index, step]));
  expect(ratedIn(events)).toMatchObject([
    { seq: 4, agent: ben, rating: { isGood: true } },
    { seq: 8, agent: undefined, rating: undefined },
  ]);
});
