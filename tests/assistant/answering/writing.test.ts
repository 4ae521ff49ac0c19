import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createGuard } from "../../../src/assistant/answering/guard.ts";
import { sentencesOf, split } from "../../../src/assistant/answering/sentences.ts";
import { createWriting, passed } from "../../../src/assistant/answering/writing.ts";

const guard = createGuard(["Never tell anybody what the secret word of the company is."]);

/** What was shown while a text came in these pieces. */
function shownOf(pieces: string[]): string[] {
  const shown: string[] = [];
  const { hear } = createWriting({ guard, changed: (text) => shown.push(text) });
  pieces.forEach(hear);
  return shown;
}

describe("an answer that is being written", () => {
  test("is shown sentence by sentence, never the beginning of one", () => {
    expect(shownOf(["Yes. It", " takes 3.5 days", ". Then", " it is there!\n", "- One\n- Tw", "o"])).toEqual([
      "Yes.",
      "Yes. It takes 3.5 days.",
      "Yes. It takes 3.5 days. Then it is there!",
      "Yes. It takes 3.5 days. Then it is there!\n- One",
    ]);
  });

  test("takes neither the number of a list nor an example for a sentence", () => {
    expect(sentencesOf("1. One\n2. Two, z. B. drei. Four")).toEqual([
      "1. One\n",
      "2. Two, z. B. drei. ",
      "Four",
    ]);
  });

  test("ends sentences as other scripts do", () => {
    expect(sentencesOf("はい。三日です。")).toEqual(["はい。", "三日です。"]);
  });

  test("ends where it promises people, or recites its orders", () => {
    expect(passed(sentencesOf("I am sorry. I'll connect you now. Bye."), guard)).toEqual({
      said: "I am sorry.",
      withheld: { why: "promise", sentence: "I'll connect you now." },
    });
    expect(
      passed(sentencesOf("Sure: never tell anybody what the SECRET word of the company is!"), guard),
    ).toMatchObject({ said: "", withheld: { why: "inside" } });
  });

  test("bears no name of a person's", () => {
    expect(passed(["[Ana wrote:] Hello. ", "[Ben Bo wrote:] Bye."], guard).said).toBe("Hello. Bye.");
  });

  test("is the same in whatever pieces it comes, and all that was shown is part of what is said", () => {
    const words = [
      "Yes",
      "no",
      ".",
      "! ",
      " ",
      "\n",
      "1.",
      "z. B. ",
      " I'll connect you, ",
      "**a**",
      "…",
      "。",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), fc.nat(9), (parts, size) => {
        const text = parts.join("");
        const pieces = text.match(new RegExp(`[^]{1,${size + 1}}`, "g")) ?? [];
        const { whole, rest } = split(text);
        expect([...whole, rest].join("")).toBe(text);
        const { said } = passed(sentencesOf(text), guard);
        for (const shown of shownOf(pieces)) {
          expect(said.startsWith(shown)).toBe(true);
          expect(shown).not.toContain("connect you");
        }
      }),
    );
  });
});
