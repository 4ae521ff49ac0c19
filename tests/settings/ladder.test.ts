import { expect, test } from "vitest";
import { Ladder, usualLadder } from "../../src/settings/ladder.ts";
import { ladderFrom, ladderLines } from "../../src/settings/ladder-lines.ts";

test("a ladder is read the way people write it, and written the way it is read", () => {
  const read = ladderFrom(["2 mention S0123ABCD u0123abcd", " 5 min: Email ", "", "10 minutes contact"]);
  expect(Ladder.parse(read)).toEqual([
    { kind: "mention", minutes: 2, who: ["S0123ABCD", "U0123ABCD"] },
    { kind: "email", minutes: 5, who: [] },
    { kind: "contact", minutes: 10, who: [] },
  ]);
  expect(ladderFrom(ladderLines(Ladder.parse(read)))).toEqual(read);
  expect(ladderFrom(ladderLines(usualLadder))).toEqual(usualLadder);
});

test("whoever can be called is called by name, with commas between names that have spaces", () => {
  const callable = [
    { id: "S0123ABCD", name: "support-team", isGroup: true },
    { id: "U0123ABCD", name: "Ana López", isGroup: false },
    { id: "U0456ABCD", name: "Ben King", isGroup: false },
  ];
  const read = ladderFrom(
    ["2 mention @support-team, ana lópez", "4 min direct Ben King, U0999ABCD"],
    callable,
  );
  expect(read.map(({ who }) => who)).toEqual([
    ["S0123ABCD", "U0123ABCD"],
    ["U0456ABCD", "U0999ABCD"],
  ]);
  const lines = ladderLines(read, callable);
  expect(lines).toEqual(["2 mention @support-team, Ana López", "4 direct Ben King, U0999ABCD"]);
  expect(ladderFrom(lines, callable)).toEqual(read);
});

test.each([
  ["2 mention", "Name who is called"],
  ["2 direct S0123ABCD", "cannot get a direct message"],
  ["2 mention ana", "begin with S (groups) or U (people)"],
  ["soon email", "number"],
  ["0 email", "Half a minute"],
  ["2 pigeon", "option"],
])("“%s” is refused in words", (line, words) => {
  const refused = Ladder.safeParse(ladderFrom([line]));
  expect(refused.error?.issues.map(({ message }) => message).join(" ")).toContain(words);
});
