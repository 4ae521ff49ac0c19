import { beforeEach, expect, test } from "vitest";
import type { Key } from "../../../../../src/channels/inbox/web/keys/key-map.ts";
import { createObeying } from "../../../../../src/channels/inbox/web/keys/obeying.ts";

let did: string[];
let clock: number;
let press: (key: string, more?: object) => boolean;

beforeEach(() => {
  did = [];
  clock = 0;
  const key = (keys: string[], isPossible?: () => boolean): Key => ({
    ...{ keys, does: keys.join(" "), group: "Everywhere", run: () => void did.push(keys.join(" ")) },
    ...(isPossible && { isPossible }),
  });
  const obey = createObeying([key(["s"]), key(["g", "s"]), key(["e"], () => false)], () => clock);
  press = (key, more = {}) =>
    obey({
      ...{ key, target: null, metaKey: false, ctrlKey: false, altKey: false },
      ...{ isComposing: false, repeat: false, defaultPrevented: false, ...more },
    });
});

const inA = (...selectors: string[]) => ({
  target: { closest: (selector: string) => (selectors.some((one) => selector.includes(one)) ? {} : null) },
});

test("a key is obeyed, and two together mean something else than the second alone", () => {
  expect(press("s")).toBe(true);
  press("g");
  press("s");
  expect(did).toEqual(["s", "g s"]);
});

test("the second of two comes soon, or it means what it means alone", () => {
  press("g");
  clock += 5_000;
  press("s");
  expect(did).toEqual(["s"]);
});

test("no key acts while one types, chooses from a menu or has a window open", () => {
  for (const selector of ["textarea", "input", "select", "dialog", "[role=menu]"])
    expect(press("s", inA(selector))).toBe(false);
  expect(did).toEqual([]);
});

test("keys of the browser and of the system, held keys and keys others have used are left alone", () => {
  for (const more of ["metaKey", "ctrlKey", "altKey", "isComposing", "repeat", "defaultPrevented"])
    expect(press("s", { [more]: true })).toBe(false);
  expect(did).toEqual([]);
});

test("a key that would do nothing now is left to the browser", () => {
  expect(press("e")).toBe(false);
  expect(press("x")).toBe(false);
  expect(did).toEqual([]);
});
