import { expect, test } from "vitest";
import type { History } from "../../src/analytics/histories.ts";
import { reportOn } from "../../src/analytics/index.ts";
import { begun } from "../../src/conversation/conversation.ts";
import type { Happening } from "../../src/conversation/events.ts";
import type { Author } from "../../src/conversation/message.ts";

const minute = 60_000;
const hour = 60 * minute;
const start = Date.parse("2026-03-02T00:00:00Z");
const range = { from: start, to: start + 48 * hour };
const agent = { id: "a", name: "Ana" };

const said = (author: Author, note = false): Happening => ({
  type: "message.posted",
  message: { id: "m", author, text: "Hello", note },
});
const visitor = said({ kind: "visitor" });
const answer = said({ kind: "agent", ...agent });
const note = said({ kind: "agent", ...agent }, true);
const closed: Happening = { type: "conversation.closed", by: agent };
const handedBack: Happening = { type: "conversation.handedBack", by: agent };
const handedOff = (reason = "Asked for a person"): Happening => ({
  type: "conversation.handedOff",
  handoff: { by: "rule", reason, at: 0 },
  sentence: "One moment please.",
});

let conversations = 0;

/** A conversation in which these things happened, each at its minutes after the start. */
function history(...happened: [minutes: number, happening: Happening][]): History {
  const id = `c${++conversations}`;
  return {
    conversation: begun({ id, siteKey: "default", visitor: { id }, createdAt: start }),
    events: happened.map(([minutes, happening], index) => ({
      ...happening,
      id: `${id}-${index}`,
      conversationId: id,
      seq: index + 1,
      at: start + minutes * minute,
      via: "test",
      externalId: `${id}-${index}`,
    })),
  };
}

const report = (...past: History[]) => reportOn(past, range, "UTC");

test("counts conversations in which a visitor was active, and how many of them went to people", () => {
  const {
    conversations,
    handedOff: handed,
    handoffRate,
    closed: ended,
  } = report(
    history([1, visitor]),
    history([1, visitor], [2, handedOff()], [3, answer], [4, closed]),
    history([1, handedOff()]),
    history([-10, visitor], [1, closed]),
  );
  expect({ conversations, handed, handoffRate, ended }).toEqual({
    conversations: 3,
    handed: 2,
    handoffRate: 2 / 3,
    ended: 2,
  });
});

test("a conversation handed off twice counts once, so the rate never exceeds one", () => {
  expect(report(history([1, handedOff()], [2, handedBack], [3, handedOff()])).handoffRate).toBe(1);
});

test("an offer of a person is no handoff, nor is keeping going; taking it up is a reason of its own", () => {
  const offer: Happening = {
    type: "conversation.offered",
    offer: { by: "rule", reason: "The visitor is upset", at: 0 },
    sentence: "Would you like to talk to a person?",
  };
  const declined: Happening = { type: "conversation.offerDeclined" };
  const accepted = handedOff("Accepted the offer of a person");
  expect(
    report(
      history([1, visitor], [2, offer], [3, declined]),
      history([1, visitor], [2, offer], [3, accepted], [4, answer]),
    ),
  ).toMatchObject({
    conversations: 2,
    handedOff: 1,
    medianFirstAnswerMs: minute,
    reasons: [{ reason: "Accepted the offer of a person", count: 1 }],
  });
});

test("nothing at all has no rate and no median, rather than zero", () => {
  expect(report()).toMatchObject({
    conversations: 0,
    handoffRate: undefined,
    medianFirstAnswerMs: undefined,
  });
});

test("the first answer is the first thing a person says to the visitor: notes and the assistant do not count", () => {
  const { medianFirstAnswerMs } = report(
    history([0, handedOff()], [1, note], [2, said({ kind: "assistant" })], [5, answer], [9, answer]),
  );
  expect(medianFirstAnswerMs).toBe(5 * minute);
});

test("a handoff that ended without an answer is not answered by the next one's", () => {
  const { medianFirstAnswerMs } = report(
    history([0, handedOff()], [10, handedBack], [20, handedOff()], [23, answer]),
  );
  expect(medianFirstAnswerMs).toBe(3 * minute);
});

test("the median of an even number lies between the two in the middle", () => {
  const waited = (minutes: number) => history([0, handedOff()], [minutes, answer]);
  expect(report(waited(1), waited(2), waited(4), waited(60)).medianFirstAnswerMs).toBe(3 * minute);
});

test("a handoff within the range counts though it was answered after it", () => {
  const last = 48 * 60 - 1;
  expect(report(history([last, handedOff()], [last + 30, answer])).medianFirstAnswerMs).toBe(30 * minute);
});

test("reasons are counted by conversation, most frequent first", () => {
  expect(
    report(
      history([1, handedOff("The assistant failed")]),
      history([1, handedOff()], [2, handedBack], [3, handedOff()]),
      history([1, handedOff()]),
    ).reasons,
  ).toEqual([
    { reason: "Asked for a person", count: 2 },
    { reason: "The assistant failed", count: 1 },
  ]);
});

test("days end where the reader is", () => {
  const late = history([23 * 60, visitor]);
  expect(reportOn([late], range, "UTC").days).toEqual([
    { day: "2026-03-02", conversations: 1, handedOff: 0 },
    { day: "2026-03-03", conversations: 0, handedOff: 0 },
  ]);
  expect(reportOn([late], range, "Asia/Tokyo").days).toContainEqual({
    day: "2026-03-03",
    conversations: 1,
    handedOff: 0,
  });
});

test("no day is lost when the clocks change", () => {
  const from = Date.parse("2026-03-27T23:00:00Z");
  const { days } = reportOn([], { from, to: from + 71 * hour }, "Europe/Berlin");
  expect(days.map(({ day }) => day)).toEqual(["2026-03-28", "2026-03-29", "2026-03-30"]);
});

test("messages count as they stand: what was deleted or made internal answered nobody", () => {
  const by = { kind: "agent", ...agent } as const;
  const reply = (id: string): Happening => ({
    type: "message.posted",
    message: { id, author: by, text: "Hello", note: false },
  });
  const message = { id: "one", author: by, text: "Hello", note: false };
  const deleted: Happening = { type: "message.deleted", message, posted: { seq: 2, at: 0 }, by };
  const internal: Happening = {
    type: "message.madeInternal",
    message: { ...message, id: "two", note: true },
    posted: { seq: 3, at: 0 },
    by: agent,
  };
  const { medianFirstAnswerMs } = report(
    history(
      [0, handedOff()],
      [1, reply("one")],
      [2, reply("two")],
      [3, deleted],
      [4, internal],
      [9, reply("three")],
    ),
  );
  expect(medianFirstAnswerMs).toBe(9 * minute);
});
