import { fileURLToPath } from "node:url";
import { build } from "vite";

let built: Promise<string> | undefined;

/** The widget's script as visitors load it, built from today's source, once per test file. */
export function widgetBundle(): Promise<string> {
  built ??= bundle();
  return built;
}

async function bundle(): Promise<string> {
  const configFile = fileURLToPath(new URL("../../widget/vite.config.ts", import.meta.url));
  const result = await build({ configFile, logLevel: "warn", build: { write: false } });
  const [output] = Array.isArray(result) ? result : [result];
  const widget = output && "output" in output ? output.output[0] : undefined;
  if (!widget) throw new Error("The widget's build produced nothing.");
  return widget.code;
}
