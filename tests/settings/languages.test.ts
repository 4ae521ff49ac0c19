import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  everyday,
  foreignTo,
  isSameLanguage,
  languageFrom,
  languageName,
  preferredLanguage,
  tagIn,
} from "../../src/settings/languages.ts";

describe("a language", () => {
  test.each([
    ["German", "de"],
    ["Deutsch", "de"],
    [" français ", "fr"],
    ["fr", "fr"],
    ["pt-br", "pt-BR"],
    ["Brazilian Portuguese", "pt-BR"],
    ["日本語", "ja"],
    ["de_AT", "de-AT"],
    ["Icelandic", "is"],
  ])("is understood as people write it: %s", (text, language) => {
    expect(languageFrom(text)).toEqual({ language });
  });

  test.each([
    "",
    "Klingonese",
    "x",
    "99",
    "the usual one",
  ])("is asked for again where it is none: %j", (text) => {
    expect(languageFrom(text)).toEqual({
      problem: `“${text}” is no language we know. Write one such as German.`,
    });
  });

  test("has its name in English, and every suggestion has one that leads back to it", () => {
    expect(languageName("fr")).toBe("French");
    expect(languageName("not a tag")).toBe("not a tag");
    for (const tag of everyday) expect(languageFrom(languageName(tag))).toEqual({ language: tag });
  });

  test("is the same wherever it is spoken", () => {
    expect(isSameLanguage("de", "de-AT")).toBe(true);
    expect(isSameLanguage("de", "nl")).toBe(false);
  });

  test("is what a browser asks for first", () => {
    expect(preferredLanguage("fr-CH, fr;q=0.9, en;q=0.8")).toBe("fr-CH");
    expect(preferredLanguage("*")).toBeUndefined();
    expect(preferredLanguage(undefined)).toBeUndefined();
  });

  test("another than the team's is the first that is known, where it is one", () => {
    expect(foreignTo("de", "French", "de")).toBe("fr");
    expect(foreignTo("de", undefined, "it")).toBe("it");
    expect(foreignTo("de", undefined, "fr-CH")).toBe("fr");
    expect(foreignTo("de", undefined, "pt-BR")).toBe("pt-BR");
    expect(foreignTo("de", "German", "fr")).toBeUndefined();
    expect(foreignTo("de", "a mix", undefined)).toBeUndefined();
  });

  test("is understood or asked for again, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const read = languageFrom(text);
        if ("language" in read) expect(tagIn(read.language)).toBe(read.language);
        else expect(read.problem).toContain("no language we know");
      }),
    );
  });

  test("that a model cannot tell is none", () => {
    expect(tagIn("und")).toBeUndefined();
    expect(tagIn("")).toBeUndefined();
  });
});
