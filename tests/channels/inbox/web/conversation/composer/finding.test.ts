import { expect, test } from "vitest";
import {
  emojiIn,
  findEmoji,
} from "../../../../../../src/channels/inbox/web/conversation/composer/find-emoji.ts";
import { findReplies } from "../../../../../../src/channels/inbox/web/conversation/composer/find-replies.ts";
import { emojiTable } from "../../../../../../src/emoji/emoji-table.ts";

const all = emojiIn(emojiTable);

test("every emoji is there with all its names", () => {
  expect(all.length).toBeGreaterThan(1_500);
  expect(all.find(({ names }) => names.includes("thumbsup"))).toEqual({
    character: "👍",
    names: ["+1", "thumbsup"],
  });
  expect(all.every(({ character, names }) => character && names.length > 0)).toBe(true);
});

test("an emoji whose name begins with what is looked for comes before one that merely has it", () => {
  const names = findEmoji(all, "tada", 3).map(({ character }) => character);
  expect(names[0]).toBe("🎉");
  expect(findEmoji(all, "face", 500)[0]?.names.some((name) => name.startsWith("face"))).toBe(true);
  expect(findEmoji(all, "sweat smile", 1)[0]?.character).toBe("😅");
  expect(findEmoji(all, "no such thing", 5)).toEqual([]);
});

const replies = [
  { name: "Shipping times", text: "Two working days." },
  { name: "Refund policy", text: "Within 30 days of shipping." },
  { name: "Opening hours", text: "From nine." },
];
const found = (query: string) => findReplies(replies, query, 8).map(({ name }) => name);

test("saved replies are found by any words of their name, then by what they say", () => {
  expect(found("")).toHaveLength(3);
  expect(found("shipping")).toEqual(["Shipping times", "Refund policy"]);
  expect(found("pol ref")).toEqual(["Refund policy"]);
  expect(found("NINE")).toEqual(["Opening hours"]);
  expect(found("xyz")).toEqual([]);
});
