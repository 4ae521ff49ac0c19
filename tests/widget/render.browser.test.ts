import { fileURLToPath } from "node:url";
import fc from "fast-check";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser, launchChromium } from "../support/chromium.ts";

/** Something to show, as JSON: a text, nothing, or an element with what is in it. */
type Sketch = string | null | { tag: string; key?: string; title?: string; inside: Sketch[] };

const { sketch } = fc.letrec<{ sketch: Sketch; element: Sketch }>((tie) => ({
  sketch: fc.oneof({ maxDepth: 3 }, fc.constantFrom("", "some", "words"), fc.constant(null), tie("element")),
  element: fc.record(
    {
      tag: fc.constantFrom("p", "b", "Part", "Whole", "svg"),
      title: fc.constantFrom("one", "two"),
      inside: fc.oneof(
        fc.array(tie("sketch"), { maxLength: 4 }),
        fc
          .uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 4 })
          .map((keys) => keys.map((key) => ({ tag: "i", key, inside: [key] }))),
      ),
    },
    { requiredKeys: ["tag", "inside"] },
  ),
}));

describeInBrowser("the widget's renderer", () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
    await page.addScriptTag({ content: await stage("ours", ours) });
    await page.addScriptTag({ content: await stage("preacts") });
  });
  afterAll(() => browser?.close());

  const shown = (stage: "ours" | "preacts", sketches: Sketch[]) =>
    page.evaluate(
      ([stage, sketches]) =>
        (window as unknown as Record<string, { show(sketches: unknown): string[] }>)[stage]?.show(sketches),
      [stage, sketches] as const,
    );

  test("leads from anything to anything as Preact does", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sketch, { minLength: 2, maxLength: 5 }), async (sketches) => {
        expect(await shown("ours", sketches)).toEqual(await shown("preacts", sketches));
      }),
      { numRuns: 200 },
    );
  });

  test("keeps what has a key, and moves nothing when something goes or comes", async () => {
    const list = (...keys: string[]): Sketch => ({
      tag: "p",
      inside: keys.map((key) => ({ tag: "i", key, inside: [key] })),
    });
    const moves = await page.evaluate(
      (sketches) =>
        (window as unknown as { ours: { moves(sketches: unknown): number[] } }).ours.moves(sketches),
      [list("a", "b", "c"), list("b", "c"), list("b", "x", "c"), list("b", "x", "c", "d")],
    );
    expect(moves).toEqual([1, 1, 1]);
  });
});

const ours = { "preact/jsx-runtime": inRender("jsx-runtime.ts"), preact: inRender("preact.ts") };

function inRender(file: string): string {
  return fileURLToPath(new URL(`../../widget/src/render/${file}`, import.meta.url));
}

/** A script that shows sketches one after the other and tells what the page looks like after each. */
async function stage(name: string, alias: Record<string, string> = {}): Promise<string> {
  const entry = "\0stage";
  const result = await build({
    configFile: false,
    logLevel: "error",
    resolve: { alias },
    plugins: [
      {
        name: "stage",
        resolveId: (id) => (id === "stage" ? entry : undefined),
        load: (id) => (id === entry ? stageCode(name) : undefined),
      },
    ],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: "stage", output: { format: "iife" } },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && "output" in output ? output.output[0] : undefined;
  if (!chunk) throw new Error("The stage was not built.");
  return chunk.code;
}

const stageCode = (name: string) => `
  import { Component, render } from "preact";
  import { jsx } from "preact/jsx-runtime";

  const Part = ({ title, children }) => children.length > 0 && jsx("u", { title, children });
  class Whole extends Component {
    render({ children }) {
      return jsx("s", { children });
    }
  }
  const components = { Part, Whole };
  const wanted = (sketch) =>
    sketch?.tag
      ? jsx(
          components[sketch.tag] ?? sketch.tag,
          { title: sketch.title, children: sketch.inside.map(wanted) },
          sketch.key,
        )
      : sketch;

  globalThis[${JSON.stringify(name)}] = {
    show(sketches) {
      const place = document.createElement("div");
      return sketches.map((sketch) => {
        render(wanted(sketch), place);
        return place.innerHTML;
      });
    },
    moves([first, ...sketches]) {
      const place = document.createElement("div");
      render(wanted(first), place);
      const watch = new MutationObserver(() => {});
      watch.observe(place, { childList: true, subtree: true });
      return sketches.map((sketch) => {
        render(wanted(sketch), place);
        return watch.takeRecords().filter(({ target }) => target.nodeName === "P").length;
      });
    },
  };
`;
