import { dateRange } from "../analytics/ranges.ts";
import { Link } from "../elements/link.tsx";
import { query } from "../route.ts";
import { leaveMeasured, measured, number } from "./measured.ts";

/** Above the list, when it shows what a number of the reports is that of. */
export function MeasuredBar() {
  if (!measured.value) return null;
  const asked = new URLSearchParams(query.value);
  const shown = number.value;
  return (
    <div class="measured-bar" role="status">
      <p>
        <strong>{shown ? `${shown.total} · ${shown.label}` : "Loading…"}</strong>
        <span>{dateRange(Number(asked.get("from")), Number(asked.get("to")))}</span>
      </p>
      <p>
        <Link href={`/inbox/analytics?${reportOf(asked)}`}>Back to the numbers</Link>
        <button type="button" class="plain" onClick={leaveMeasured}>
          Show all
        </button>
      </p>
    </div>
  );
}

/** The report that led here: its range, site and agent. */
function reportOf(asked: URLSearchParams): URLSearchParams {
  const kept = ["range", "site", "agent"].flatMap((name) => {
    const value = asked.get(name);
    return value === null ? [] : [[name, value]];
  });
  const report = new URLSearchParams(kept);
  if (report.has("range")) return report;
  for (const name of ["from", "to"]) report.set(name, asked.get(name) ?? "");
  return report;
}
