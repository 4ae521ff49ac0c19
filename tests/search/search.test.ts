import fc from "fast-check";
import { expect, test } from "vitest";
import { countFound, marksIn } from "../../src/search/matches.ts";
import { questionOf } from "../../src/search/question.ts";
import { termsOf } from "../../src/search/terms.ts";

const marked = (text: string, search: string) =>
  marksIn(text, questionOf(search)).map(({ start, end }) => text.slice(start, end));

test("words are found while they are being typed, without regard to case and accents", () => {
  expect(marked("My refunds, REFUNDED?", "refu")).toEqual(["refu", "REFU"]);
  expect(marked("Où est le Café Müller?", "cafe muller")).toEqual(["Café", "Müller"]);
  expect(marked("die Straße", "strasse")).toEqual(["Straße"]);
});

test("a single letter is found as a word of its own only", () => {
  expect(marked("plan A and plan b", "a")).toEqual(["A"]);
  expect(questionOf("a b")).toMatchObject([{ mayGoOn: false }, { mayGoOn: false }]);
});

test("any part of an address is found, and any part of a long number", () => {
  const text = "write to maria.keller@shop-example.com about AB10429 please";
  expect(marked(text, "keller@shop")).toEqual(["keller@shop"]);
  expect(marked(text, "eller@sh")).toEqual(["eller@sh"]);
  expect(marked(text, "example.com")).toEqual(["example.com"]);
  expect(marked(text, "0429")).toEqual(["0429"]);
  expect(marked(text, "ab104")).toEqual(["AB104"]);
  expect(marked(text, "lease")).toEqual([]);
});

test("scripts without spaces are found by any part", () => {
  expect(marked("订单还没有收到", "没有")).toEqual(["没有"]);
  expect(marked("注文がまだ届きません", "届き")).toEqual(["届き"]);
});

test("words in quotes stand together and end there", () => {
  expect(marked("the blue tent is not a tent blue", '"blue tent"')).toEqual(["blue tent"]);
  expect(marked("blue tents", '"blue tent"')).toEqual([]);
});

test("what overlaps is marked once, in order", () => {
  expect(marked("refund", "refund ref re")).toEqual(["refund"]);
});

test("nothing but signs asks for nothing", () => {
  expect(questionOf('  "" %% — ')).toEqual([]);
});

test("only what was found is counted", () => {
  expect(countFound("the blue tent", questionOf("tent red blue"))).toBe(2);
});

test("whatever is written, terms are letters and digits, and marks lie within the text, apart", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.string({ maxLength: 20 }),
      (text, search) => {
        expect(termsOf(text)).toMatch(/^[\p{L}\p{N} ]*$/u);
        let before = -1;
        for (const { start, end } of marksIn(text, questionOf(search))) {
          expect(start).toBeGreaterThan(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          before = end;
        }
      },
    ),
  );
});

test("every word of a text is found in it", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zäé0-9@.-]{2,20}( [a-z0-9@.-]{2,20}){0,3}$/), (text) => {
      for (const word of text.split(" ")) {
        const question = questionOf(word);
        expect(countFound(text, question)).toBe(question.length);
      }
    }),
  );
});
