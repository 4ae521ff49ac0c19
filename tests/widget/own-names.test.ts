import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ownNames } from "../../widget/own-names.ts";

test("no name that is the widget's own means something to the browser", () => {
  const browser = wordsIn(files("node_modules/@typescript", /lib\.(dom|es)[^/]*\.d\.ts$/));
  expect(ownNames.filter((name) => browser.has(name))).toEqual([]);
});

test("no name that the build shortens is said to the server or kept by the browser", () => {
  const said = ["src/channels/widget/protocol.ts", "src/settings/sites.ts"].map(read).join("\n");
  const kept = /interface Outgoing \{[^}]*\}/.exec(read("widget/src/outbox.ts"))?.[0] ?? "";
  const known = wordsIn(said + kept);
  expect(known).toContain("seq");
  expect(known).toContain("frame");
  expect(ownNames.filter((name) => known.has(name))).toEqual([]);
});

test("no name that the build shortens is reached as a text", () => {
  const code = files("widget/src", /\.tsx?$/).replace(/^import .*$|\bclass(=|: )"\w+"/gm, "");
  const texts = new Set([...code.matchAll(/["'`](\w+)["'`]/g)].map(([, text]) => text));
  expect(ownNames.filter((name) => texts.has(name))).toEqual([]);
});

const files = (folder: string, named: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => named.test(path))
    .map((path) => read(join(folder, path)))
    .join("\n");

/** Without comments. */
const read = (path: string) => readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");

const wordsIn = (code: string) => new Set(code.match(/\w+/g));
