import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { looksInternal } from "../../../src/channels/slack/replies/looks-internal.ts";
import { noteIn } from "../../../src/channels/slack/replies/note-prefix.ts";

describe("a note is recognised", () => {
  test.each([
    ["note: she is angry", "she is angry"],
    ["Note - she is angry", "she is angry"],
    ["NOTE – she is angry", "she is angry"],
    ["NOTE：she is angry", "she is angry"],
    ["ｎｏｔｅ：she is angry", "she is angry"],
    ["**note:** she is angry", "she is angry"],
    ["**Note**: she is angry", "she is angry"],
    ["_note_ : she is angry", "she is angry"],
    ["“note: she is angry”", "she is angry"],
    ["„Note: she is angry“", "she is angry"],
    ["«note: she is angry»", "she is angry"],
    ['"note: she is angry"', "she is angry"],
    ["> note: she is angry", "she is angry"],
    ["- note: she is angry", "she is angry"],
    ["\\- note: she is angry", "she is angry"],
    ["• note: she is angry", "she is angry"],
    ["1. note: she is angry", "she is angry"],
    ["1\\. note: she is angry", "she is angry"],
    ["🔒 note: she is angry", "she is angry"],
    ["\u200bnote: she is angry", "she is angry"],
    ["[note] she is angry", "she is angry"],
    ["\\[note\\] she is angry", "she is angry"],
    ["(Note) she is angry", "she is angry"],
    ["`note:` she is angry", "she is angry"],
    ["note; she is angry", "she is angry"],
    ["\\*note\\*: she is angry", "she is angry"],
    ["\\_note:\\_ she is angry", "she is angry"],
    ["**no**te: she is angry", "she is angry"],
    ["n\u200bo\u00adt\u2060e: she is angry", "she is angry"],
    ["\u200fnote\u200e: she is angry", "she is angry"],
    ["\u202dnote\u202c: she is angry", "she is angry"],
    ["🔒\ufe0f note: she is angry", "she is angry"],
    ["⚠️ note: she is angry", "she is angry"],
    ["📝👍🏽 **note:** she is angry", "she is angry"],
    [":party_parrot: note: she is angry", "she is angry"],
    ["<note> she is angry", "she is angry"],
    ["{note}: she is angry", "she is angry"],
    ["\\# note: she is angry", "she is angry"],
    ["/note: she is angry", "she is angry"],
    ["// note: she is angry", "she is angry"],
    ["— note: she is angry", "she is angry"],
    ["note:", ""],
    ["Note: “her words” and hers", "“her words” and hers"],
  ])("in %s", (text, note) => expect(noteIn(text)).toBe(note));

  test("however it is decorated", () => {
    const between = fc.constantFrom("", " ", "\u200b", "*", "**", "_", "`");
    const opening = fc.array(
      fc.constantFrom(" ", "*", "_", "“", '"', "> ", "- ", "• ", "🔒", "\u200b", "2. "),
      { maxLength: 4 },
    );
    const word = fc.mixedCase(fc.constant("note"));
    const sign = fc.constantFrom(":", "：", " - ", " – ", " — ", "; ");
    const said = fc.stringMatching(/^[a-z][a-z ]{0,20}[a-z]$/);
    fc.assert(
      fc.property(opening, word, between, sign, said, (open, note, mark, colon, body) => {
        expect(noteIn(`${open.join("")}${note}${mark}${colon}${body}`)).toBe(body);
      }),
      { numRuns: 2_000 },
    );
  });

  test("and an answer that begins with another word never is", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-mo-z][\w ,.:-]{0,40}$/), (text) => {
        expect(noteIn(text)).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    "I made a note of that: it ships today.",
    "Note that it ships today.",
    "Notes are on our blog: have a look.",
    "Notebooks: 3, pens: 5",
    "note-taking works like this",
    "Please note: it ships today.",
    "Noted - thanks!",
    "Notably: yes",
  ])("but not in %s", (text) => expect(noteIn(text)).toBeUndefined());
});

const looks = (text: string, more: { callsColleagues?: boolean; visitorName?: string } = {}) =>
  looksInternal({ text, callsColleagues: false, ...more });

describe("words for colleagues are suspected", () => {
  test.each([
    "fyi she called twice",
    "FYI: refund was refused in May",
    "internal: he is on the blacklist",
    "**Internal** - he is on the blacklist",
    "\\[internal\\] he is on the blacklist",
    "Internal note he is on the blacklist",
    "@ben can you take this one?",
    "@here who knows about invoices?",
    "@group can you help",
    "Don't tell the customer, but we lost it",
    "We lost it, please don’t tell the visitor",
    "do not tell him yet",
    "don't let the client know we lost it",
    "nb: second complaint",
    "NB second complaint",
    "psst, is he the one from May?",
    "team: who takes it?",
    "Hey team, who takes it?",
    "Team - who takes it?",
    "guys, who takes it?",
    "note to self call her tomorrow",
    "Notes: paid twice",
    "Notiz: zahlt doppelt",
    "Intern: zahlt doppelt",
    "This customer is really rude",
    "keep this between us",
    "(internal) paid twice",
    "\u200ffyi paid twice",
    "⚠️ fyi paid twice",
  ])("in %s", (text) => expect(looks(text)).toBe(true));

  test("wherever a colleague or a group is called", () => {
    expect(looks("I think Ben knows", { callsColleagues: true })).toBe(true);
  });
});

describe("ordinary answers pass", () => {
  test.each([
    "I made a note of that.",
    "Hello, how can I help?",
    "Note that your order ships on Friday.",
    "Our team is looking into it.",
    "Team plans start at 20 €.",
    "The support team, led by Ana, will call you.",
    "Internal server error means our side failed, sorry!",
    "International shipping takes a week.",
    "Privately owned cars are insured too.",
    "Please don't tell anyone your password.",
    "Never tell them your PIN.",
    "Do not send them by email, please.",
    "The customer portal is at https://example.com",
    "Customers usually choose the second one.",
    "Write to help@example.com",
    "You can mention @example on social media",
    "No problem!",
    "Not for now.",
    "This is not for the customer portal but for the shop.",
    "Team-building trips are 30 € each.",
    "I'll let them know.",
    "Notebooks are sold out",
    "Todos los días de 9 a 17.",
    "The client is written in TypeScript.",
  ])("such as %s", (text) => expect(looks(text)).toBe(false));

  test("and so does the visitor's own name", () => {
    expect(looks("@Zoe sure!", { visitorName: "Zoe Miller" })).toBe(false);
    expect(looks("@Ben sure!", { visitorName: "Zoe Miller" })).toBe(true);
  });
});
