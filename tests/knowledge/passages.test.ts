import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { passagesOf } from "../../src/knowledge/passages.ts";
import { askedWords } from "../../src/knowledge/words/asked-words.ts";

describe("the passages of a text", () => {
  test("begin at its headings, and know the headings above", () => {
    expect(
      passagesOf(
        "Before.\n\n# Help\n\nHello.\n\n## **Returns** [here](x)\n\nThirty days.\n\n# Other\n\nMore.",
      ),
    ).toEqual([
      { heading: "", text: "Before." },
      { heading: "Help", text: "Hello." },
      { heading: "Help › Returns here", text: "Thirty days." },
      { heading: "Other", text: "More." },
    ]);
  });

  test("are cut between paragraphs where a section is long, and within one that is too long in itself", () => {
    const paragraph = `${"One sentence of some words. ".repeat(20)}\n\n`;
    const passages = passagesOf(`# Long\n\n${paragraph.repeat(4)}${"x".repeat(3_000)}`);
    expect(passages.length).toBeGreaterThan(3);
    for (const { heading, text } of passages) {
      expect(heading).toBe("Long");
      expect(text.length).toBeLessThanOrEqual(1_200);
    }
  });

  test("hold every word of the text, whatever it is", () => {
    const letters = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, "");
    const words = fc.array(
      fc.constantFrom("word", "\n\n", " ", "- item\n", "| a | b |\n", "`code`", "sentence. "),
      {
        maxLength: 300,
      },
    );
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join("");
        expect(
          letters(
            passagesOf(text)
              .map((passage) => passage.text)
              .join(""),
          ),
        ).toBe(letters(text));
      }),
    );
  });

  test("are never more than can be read", () => {
    expect(passagesOf("# A\n\nb\n\n".repeat(1_000))).toHaveLength(400);
  });
});

describe("the words of a question", () => {
  const words = (question: string) => askedWords(question).map(({ terms }) => terms[0]);

  test.each([
    ["How long do I have to return a jacket?", ["return", "jacket"]],
    ["Hi!", []],
    ["Danke, das hilft", []],
    ["¿Cuánto cuesta el envío?", ["cuesta", "envio"]],
    ["Ich habe mein Paßwort vergessen", ["passwort", "vergessen"]],
    ["https://shop.example/x is broken", ["broken"]],
  ])("“%s” asks about %j", (question, expected) => expect(words(question)).toEqual(expected));

  test("are a dozen at most, each once", () => {
    expect(words("boots ".repeat(30))).toEqual(["boots"]);
    expect(words(Array.from({ length: 50 }, (_, index) => `zebra${index}`).join(" "))).toHaveLength(12);
  });

  test("are letters and digits only, whatever was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 120 }), (question) => {
        for (const { terms, beginnings, parts } of askedWords(question))
          for (const term of [...terms, ...beginnings, ...parts]) expect(term).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
    );
  });
});
