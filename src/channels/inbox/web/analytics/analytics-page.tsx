import { Empty } from "../elements/empty.tsx";
import { UnmaskedExport } from "../privacy/unmasked-export.tsx";
import { query } from "../route.ts";
import { CausesCard } from "./causes-card.tsx";
import { Filters } from "./filters.tsx";
import { HoursCard } from "./hours-card.tsx";
import { OutcomesCard } from "./outcomes-card.tsx";
import { PartsCard } from "./parts-card.tsx";
import { type Chosen, chosenIn, dateRange, scopeOf } from "./ranges.ts";
import { Tiles } from "./tiles.tsx";
import { useReport } from "./use-report.ts";

export function AnalyticsPage() {
  const chosen = chosenIn(query.value, Date.now());
  const { report, problem, isLoading, again } = useReport(chosen);
  const isNothing = report?.figures.conversations.now === 0 && !report.counting;

  return (
    <main class="page analytics" aria-busy={isLoading}>
      <header class="page-head">
        <h1>Analytics</h1>
        <Downloads chosen={chosen} />
      </header>
      <Filters chosen={chosen} report={report} />
      {report?.counting && (
        <p class="notice" role="status">
          The numbers are still being counted: {report.counting.counted.toLocaleString()} of{" "}
          {report.counting.total.toLocaleString()} conversations so far. They grow by themselves.
        </p>
      )}
      {problem ? (
        <Empty title="The numbers could not be read" text={problem}>
          <button type="button" onClick={again}>
            Try again
          </button>
        </Empty>
      ) : !report ? (
        <Loading />
      ) : (
        <div class={isLoading ? "outdated" : ""}>
          <p class="quiet-text range-words">
            {dateRange(report.from, report.to)}, compared with{" "}
            {dateRange(report.before.from, report.before.to)}
          </p>
          {isNothing ? (
            <Empty
              title="Nothing happened in these days"
              text="Choose a longer range, or wait for the first visitor to write."
            />
          ) : (
            <>
              <Tiles report={report} chosen={chosen} />
              <PartsCard report={report} chosen={chosen} />
              <OutcomesCard report={report} chosen={chosen} />
              <CausesCard report={report} chosen={chosen} />
              <HoursCard report={report} chosen={chosen} />
            </>
          )}
        </div>
      )}
    </main>
  );
}

/** Whole conversations that were active in the range. */
function Downloads({ chosen }: { chosen: Chosen }) {
  const scope = scopeOf(chosen);
  return (
    <p class="downloads">
      <a
        href={`/api/export.csv?${scope}`}
        download
        title="Whole conversations that were active in this range"
      >
        Export CSV
      </a>
      <a
        href={`/api/export.jsonl?${scope}`}
        download
        title="Whole conversations that were active in this range"
      >
        Export JSON
      </a>
      <UnmaskedExport scope={scope} what="these conversations" />
    </p>
  );
}

const Loading = () => (
  <div class="skeleton tiles" role="status" aria-label="Loading the numbers">
    {[1, 2, 3, 4, 5, 6].map((tile) => (
      <span class="tile" key={tile} />
    ))}
  </div>
);
