import { expect, test } from "vitest";
import { mayOpen, sitesOf } from "../../src/team/may-open.ts";

test.each([
  ["an agent for whom no site is named, any", "agent", [], "shop", true],
  ["an agent, a site they work for", "agent", ["shop", "outlet"], "outlet", true],
  ["an agent, no other site", "agent", ["shop"], "outlet", false],
  ["an admin, any, whatever was named before they became one", "admin", ["shop"], "outlet", true],
] as const)("%s may open", (_who, role, siteKeys, siteKey, expected) => {
  expect(mayOpen({ role, siteKeys }, siteKey)).toBe(expected);
});

test("no limit is no list of all sites: a site that is added tomorrow is theirs too", () => {
  expect(sitesOf({ role: "agent", siteKeys: [] })).toBeUndefined();
  expect(sitesOf({ role: "agent", siteKeys: ["shop"] })).toEqual(["shop"]);
});
