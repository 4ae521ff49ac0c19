import { gzipSync } from "node:zlib";
import { widgetBundle } from "../support/widget-bundle.ts";
import { absolute, type Row } from "./table.ts";

export async function widgetSize(): Promise<Row[]> {
  const ours = gzipSync(await widgetBundle(), { level: 9 }).length;
  return [
    absolute({
      what: "widget.js, everything included, gzip",
      ours,
      unit: "bytes",
      bound: { atMost: 15_000 },
    }),
  ];
}
