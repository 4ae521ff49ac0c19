import { expect, test } from "vitest";
import { read } from "../../../src/channels/widget/inbound.ts";

test("a page is kept without the characters that no database takes, in its address and its title", () => {
  const page = { url: "https://shop.example/\0prices", title: "Pri\0ces \ud83d" };
  const frame = read(JSON.stringify({ type: "page", page }));
  expect(frame).toEqual({
    type: "page",
    page: { url: "https://shop.example/prices", title: "Prices \ufffd" },
  });
});
