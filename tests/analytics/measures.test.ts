import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factsOf } from "../../src/analytics/facts.ts";
import {
  conversationMeasures,
  type HandoffMeasure,
  handoffMeasureNames,
  handoffMeasures,
  measuresOf,
  promisesDue,
  rates,
  timings,
} from "../../src/analytics/measures.ts";
import type { Told } from "../../src/conversation/archive.ts";
import type { Happening } from "../../src/conversation/events.ts";
import { anyLife } from "./support/any-life.ts";
import {
  ana,
  answer,
  assistant,
  ben,
  blocked,
  claimed,
  closed,
  handedBack,
  handedOff,
  history,
  hour,
  note,
  reopened,
  start,
  takenUpAgain,
  visitor,
} from "./support/history.ts";
import { naive } from "./support/naive.ts";

const handoffsIn = (told: Told) => factsOf(told).stretches.map(measuresOf);
const first = (...happened: Parameters<typeof history>) => new Set(handoffsIn(history(...happened))[0]);

describe("a handoff", () => {
  test("is answered by the first words of a person, not by a note, a claim or the assistant", () => {
    const told = history([0, handedOff()], [1, note()], [2, claimed()], [3, answer(ben)], [9, answer()]);
    expect(factsOf(told).stretches).toMatchObject([{ answeredAt: start + 3 * 60_000, agent: ben }]);
    expect(first([0, handedOff()], [1, note()], [2, claimed()])).toContain("stillWaiting");
  });

  test("that ended without an answer is not answered by the next one's", () => {
    expect(
      handoffsIn(
        history([0, handedOff({ by: "button" })], [1, takenUpAgain], [2, handedOff()], [3, answer()]),
      ),
    ).toEqual([expect.arrayContaining(["abandoned"]), expect.arrayContaining(["answered"])]);
  });

  test.each([
    ["handed back", [handedBack()]],
    ["closed", [closed()]],
  ])("decided by a rule or the assistant, and %s without an answer, was false", (_how, ends) => {
    const end = ends.map((happening): [number, Happening] => [1, happening]);
    for (const by of ["rule", "model"] as const)
      expect(first([0, handedOff({ by })], ...end)).toContain("notNeeded");
    for (const by of ["button", "agent", "failure"] as const) {
      expect(first([0, handedOff({ by })], ...end)).toContain("abandoned");
      expect(first([0, handedOff({ by })], ...end)).not.toContain("notNeeded");
    }
  });

  test("that the visitor said yes to was not false, whoever offered it", () => {
    const afterOffer = { by: "rule", reason: "Upset" } as const;
    expect(first([0, handedOff({ by: "rule", afterOffer })], [1, closed()])).toContain("abandoned");
  });

  test("of a visitor who was blocked was false, however it began", () => {
    expect(first([0, handedOff({ by: "button" })], [1, blocked()], [1, closed()])).toContain("notNeeded");
  });

  test("is either answered, still waiting, abandoned or false", () => {
    const all: HandoffMeasure[] = ["answered", "stillWaiting", "abandoned", "notNeeded"];
    fc.assert(
      fc.property(anyLife, (life) => {
        for (const counted of handoffsIn(asTold(life))) {
          if (counted.length > 0) expect(counted.filter((name) => all.includes(name))).toHaveLength(1);
        }
      }),
    );
  });

  test("keeps its promise within five minutes; while the team is away it promises nobody", () => {
    expect(first([0, handedOff()], [5, answer()])).toContain("promiseKept");
    expect(first([0, handedOff()], [5.1, answer()])).toContain("promiseBroken");
    const away = first([0, handedOff({}, "Our team is away.")], [1, answer()]);
    expect([...away].filter((name) => name.startsWith("promise"))).toEqual([]);
    expect(promisesDue(start)).toBe(start - 5 * 60_000);
  });
});

test("a person who simply writes, or opens again, is no handoff", () => {
  expect(handoffsIn(history([0, visitor()], [1, answer()]))).toEqual([[]]);
  const by = { kind: "agent", ...ana } as const;
  expect(handoffsIn(history([0, visitor()], [1, assistant()], [2, closed()], [3, reopened(by)]))).toEqual([
    [],
  ]);
});

test("messages count as they stand: what was deleted or made internal answered nobody", () => {
  const author = { kind: "agent", ...ana } as const;
  const reply = (id: string): Happening => ({
    type: "message.posted",
    message: { id, author, text: "Hello", note: false },
  });
  const message = { id: "one", author, text: "Hello", note: false };
  const told = history(
    [0, handedOff()],
    [1, reply("one")],
    [2, reply("two")],
    [3, { type: "message.deleted", message, posted: { seq: 2, at: 0 }, by: author }],
    [
      4,
      {
        type: "message.madeInternal",
        message: { ...message, note: true },
        posted: { seq: 3, at: 0 },
        by: ana,
      },
    ],
    [9, reply("three")],
  );
  expect(factsOf(told).stretches).toMatchObject([{ answeredAt: start + 9 * 60_000 }]);
});

test("one spelling stands for all who wrote the same", () => {
  const [stretch] = factsOf(history([0, handedOff({ matched: "  Human\n PLEASE " })])).stretches;
  expect(stretch?.phrase).toBe("human please");
});

test("says what reading the log by hand says, for every measure", () => {
  fc.assert(
    fc.property(anyLife, (life) => {
      const told = asTold(life);
      const [from, to] = [start, start + 1_000 * hour];
      const expected = naive([told], { from, to, now: to + hour });
      const counted = new Set(handoffsIn(told).flat());
      for (const name of handoffMeasureNames)
        expect([name, counted.has(name)]).toEqual([name, expected[name].size > 0]);
    }),
    { numRuns: 300 },
  );
});

test("every number has a definition of its own, one sentence or two", () => {
  const all = { ...handoffMeasures, ...conversationMeasures, ...timings, handoffRate: rates.handoffRate };
  const definitions = Object.values(all).map(({ definition }) => definition);
  expect(new Set(definitions).size).toBe(definitions.length);
  for (const definition of definitions) expect(definition).toMatch(/^[A-Z].{20,220}\.$/);
});

function asTold(life: { minutes: number; happenings: Happening[] }[]): Told {
  let at = 0;
  return history(
    ...life.flatMap(({ minutes, happenings }) => {
      at += minutes;
      return happenings.map((happening): [number, Happening] => [at, happening]);
    }),
  );
}
