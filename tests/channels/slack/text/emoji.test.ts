import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type EmojiNames, emojiOf } from "../../../../src/channels/slack/text/emoji.ts";
import { emojiNames, standardEmoji } from "../../../../src/channels/slack/text/emoji-names.ts";
import { characters, emojiTableFile, sourceEmoji, tablePath } from "../../../emoji/emoji-table.ts";

let names: EmojiNames;
beforeAll(async () => {
  names = await standardEmoji();
});

describe("Slack's standard emoji", () => {
  test("the table in the product is the one its source makes", () => {
    expect(readFileSync(tablePath, "utf8")).toBe(emojiTableFile());
  });

  test("every name and every alias is the character Slack shows", () => {
    for (const { short_names, unified } of sourceEmoji())
      for (const name of short_names) expect(emojiOf({ name }, names), name).toBe(characters(unified));
  });

  test("every skin tone is the character Slack shows, however the tone is said", () => {
    for (const { short_names, skin_variations = {} } of sourceEmoji())
      for (const tone of [2, 3, 4, 5, 6]) {
        const [name = ""] = short_names;
        const unified = skin_variations[(0x1f3f9 + tone).toString(16).toUpperCase()]?.unified;
        if (!unified) continue;
        expect(emojiOf({ name, skin_tone: tone }, names)).toBe(characters(unified));
        expect(emojiOf({ name: `${name}::skin-tone-${tone}` }, names)).toBe(characters(unified));
        expect(emojiOf({ name, unicode: unified, skin_tone: tone })).toBe(characters(unified));
      }
  });

  test("two people may have two tones", () => {
    expect(emojiOf({ name: "man-heart-man::skin-tone-2-6" }, names)).toBe("👨🏻‍❤️‍👨🏿");
  });

  test("without a table, the code points Slack sends are enough", () => {
    expect(emojiOf({ name: "+1", unicode: "1f44d", skin_tone: 3 })).toBe("👍🏼");
  });

  test.each([
    "",
    "constructor",
    ":",
    "a b",
    "+",
    "grinning:smiley",
    "no_such_emoji",
  ])("%j is nobody's name", (name) => expect(emojiOf({ name }, names)).toBe(`:${name}:`));

  test("no name, code points or tone is an error", () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom("+1", "wave", "1f44d", "-", "ffffffff", "::skin-tone-"),
    );
    fc.assert(
      fc.property(text, fc.option(text, { nil: undefined }), fc.integer(), (name, unicode, tone) => {
        expect(emojiOf({ name, ...(unicode ? { unicode } : {}), skin_tone: tone }, names)).not.toBe("");
      }),
    );
  });
});

describe("a workspace's own emoji", () => {
  const own: Record<string, string> = {
    shipit: "https://emoji.example/shipit.png",
    yes: "alias:thumbsup",
    aye: "alias:yes",
    our_boat: "alias:shipit",
    hen_first: "alias:egg_first",
    egg_first: "alias:hen_first",
  };
  const known = (...wanted: string[]) => emojiNames(wanted, async (name) => own[name]);

  test("a picture stays its name", async () => {
    const lookup = await known("shipit", "our_boat");
    expect(emojiOf({ name: "shipit" }, lookup)).toBe(":shipit:");
    expect(emojiOf({ name: "our_boat" }, lookup)).toBe(":our_boat:");
  });

  test("another name for a standard emoji is that emoji, in its skin tone", async () => {
    const lookup = await known("aye", "yes::skin-tone-3");
    expect(emojiOf({ name: "aye" }, lookup)).toBe("👍");
    expect(emojiOf({ name: "yes::skin-tone-3" }, lookup)).toBe("👍🏼");
  });

  test("names that lead in a circle stay names", async () => {
    expect(emojiOf({ name: "egg_first" }, await known("egg_first"))).toBe(":egg_first:");
  });

  test("nobody is asked about standard emoji", async () => {
    const lookup = await emojiNames(["wave"], () => Promise.reject(new Error("asked")));
    expect(emojiOf({ name: "wave" }, lookup)).toBe("👋");
  });
});
