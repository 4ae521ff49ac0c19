import type { Report } from "../../analytics/protocol.ts";
import { dateRange } from "./ranges.ts";

type Part = Pick<Report["parts"][number], "from" | "to">;

/** Below a bar, where there is little room. */
export function shortPart({ from }: Part, unit: Report["unit"]): string {
  if (unit === "hour") return new Date(from).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  return new Date(from).toLocaleDateString([], { day: "numeric", month: "short" });
}

export function partInWords({ from, to }: Part, unit: Report["unit"]): string {
  if (unit === "week") return dateRange(from, to);
  if (unit === "hour") return new Date(from).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
  return new Date(from).toLocaleDateString([], {
    ...{ weekday: "short", day: "numeric", month: "short", year: "numeric" },
  });
}
