import { useEffect, useState } from "preact/hooks";
import type { Report } from "../../analytics/protocol.ts";
import { fetched, inWords } from "../api.ts";
import { Empty } from "../elements/empty.tsx";
import { lastingExactly } from "../elements/times.ts";
import { DaysChart } from "./days-chart.tsx";

const ranges = [7, 30, 90];
const dayMs = 24 * 60 * 60 * 1000;

export function AnalyticsPage() {
  const [days, setDays] = useState(7);
  const [report, setReport] = useState<Report>();
  const [problem, setProblem] = useState<string>();
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    setProblem(undefined);
    reportOf(days).then(
      (read) => current && setReport(read),
      (error: unknown) => current && setProblem(inWords(error)),
    );
    return () => {
      current = false;
    };
  }, [days, attempt]);

  return (
    <main class="page">
      <header class="page-head">
        <h1>Analytics</h1>
        <div class="tabs" role="tablist" aria-label="Range">
          {ranges.map((range) => (
            <button
              key={range}
              type="button"
              role="tab"
              aria-selected={range === days}
              onClick={() => setDays(range)}
            >
              {range} days
            </button>
          ))}
        </div>
        <p class="downloads">
          <a href="/api/export.csv" download>
            Export CSV
          </a>
          <a href="/api/export.jsonl" download>
            Export JSON
          </a>
        </p>
      </header>
      {problem ? (
        <Empty title="The numbers could not be read" text={problem}>
          <button type="button" onClick={() => setAttempt(attempt + 1)}>
            Try again
          </button>
        </Empty>
      ) : report ? (
        <Numbers report={report} />
      ) : (
        <p class="quiet-text" role="status">
          Loading…
        </p>
      )}
    </main>
  );
}

/** Whole days, the last being today. */
function reportOf(days: number): Promise<Report> {
  const midnight = new Date().setHours(24, 0, 0, 0);
  const query = new URLSearchParams({
    from: String(midnight - days * dayMs),
    to: String(midnight),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  return fetched<Report>(`/api/analytics?${query}`);
}

function Numbers({ report }: { report: Report }) {
  const { conversations, handedOff, handoffRate, closed, waitingNow, medianFirstAnswerMs } = report;
  const share = handoffRate === undefined ? "–" : `${Math.round(handoffRate * 100)} %`;
  const answer = medianFirstAnswerMs === undefined ? "–" : lastingExactly(medianFirstAnswerMs);
  return (
    <>
      <dl class="tiles">
        <Tile label="Conversations" value={conversations} />
        <Tile label="Handed off" value={handedOff} />
        <Tile label="Handoff rate" value={share} />
        <Tile label="First human answer" value={answer} hint="median, from handoff" />
        <Tile label="Closed" value={closed} />
        <Tile label="Waiting now" value={waitingNow} />
      </dl>
      <section class="card">
        <h2>Day by day</h2>
        <DaysChart days={report.days} />
      </section>
      {report.reasons.length > 0 && (
        <section class="card">
          <h2>Why people were asked for</h2>
          <ol class="reasons">
            {report.reasons.slice(0, 8).map(({ reason, count }) => (
              <li key={reason}>
                <span>{reason}</span>
                <meter min={0} max={report.reasons[0]?.count ?? 1} value={count} aria-hidden="true" />
                <b>{count}</b>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

const Tile = ({ label, value, hint }: { label: string; value: string | number; hint?: string }) => (
  <div class="tile">
    <dt>{label}</dt>
    <dd>{value}</dd>
    {hint && <dd class="hint">{hint}</dd>}
  </div>
);
