import { beforeEach, expect, test } from "vitest";
import { createFollowing } from "../../../src/channels/widget/following.ts";
import { begun, type Conversation } from "../../../src/conversation/conversation.ts";
import { waiting } from "../../../src/conversation/ownership.ts";

const fresh = begun({ id: "c1", siteKey: "default", visitor: { id: "v1" }, createdAt: 1 });
const followed = waiting(fresh, { by: "button", reason: "Asked for a person", at: 1 });
const blocked: Conversation = { ...followed, isBlocked: true };
const prices = { url: "https://shop.example/prices" };

let told: string[];
let following: ReturnType<typeof createFollowing>;
beforeEach(() => {
  told = [];
  following = createFollowing(
    {
      arrive: (_id, page) => void told.push(`arrived at ${page?.url}`),
      see: (_id, page) => void told.push(`sees ${page.url}`),
      leave: () => void told.push("left"),
    },
    (id) => void told.push(`writes in ${id}`),
  );
});

test("a tab is here once people follow its conversation, and until it is closed", () => {
  following.see(prices);
  following.follow(fresh);
  expect(told).toEqual([]);
  for (let news = 0; news < 2; news += 1) following.follow(followed);
  following.see({ url: "https://shop.example/basket" });
  following.end();
  expect(told).toEqual([
    "arrived at https://shop.example/prices",
    "sees https://shop.example/basket",
    "left",
  ]);
});

test("whoever is blocked says nothing more by going from page to page, until they are unblocked", () => {
  following.follow(followed);
  following.follow(blocked);
  following.see(prices);
  following.follow(blocked);
  expect(told).toEqual(["arrived at undefined", "left"]);
  following.follow(followed);
  expect(told.at(-1)).toBe("arrived at https://shop.example/prices");
});

test("a tab that is closed does not come back with what was still being read for it", () => {
  following.follow(followed);
  following.end();
  following.follow(followed);
  expect(told).toEqual(["arrived at undefined", "left"]);
});

test("who writes is heard once people follow the conversation, and once a second at most", () => {
  following.follow(fresh);
  following.type();
  expect(told).toEqual([]);
  following.follow(followed);
  for (let key = 0; key < 20; key += 1) following.type();
  expect(told.slice(1)).toEqual(["writes in c1"]);
});
