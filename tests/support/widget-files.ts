import { fileURLToPath } from "node:url";
import { build } from "vite";

/** The widget as visitors load it: `widget.js`, and `panel.js` that it asks for. */
export interface WidgetFiles {
  script: string;
  panel: string;
}

let built: Promise<WidgetFiles> | undefined;

/** Built from today's source, once per test file. */
export function widgetFiles(): Promise<WidgetFiles> {
  built ??= bundle();
  return built;
}

async function bundle(): Promise<WidgetFiles> {
  const configFile = fileURLToPath(new URL("../../widget/vite.config.ts", import.meta.url));
  const result = await build({ configFile, logLevel: "warn", build: { write: false } });
  const [built] = Array.isArray(result) ? result : [result];
  const files = built && "output" in built ? built.output : [];
  const text = (name: string) => {
    const file = files.find(({ fileName }) => fileName === name);
    if (!file) throw new Error(`The widget's build produced no ${name}.`);
    return file.type === "chunk" ? file.code : String(file.source);
  };
  return { script: text("widget.js"), panel: text("panel.js") };
}
