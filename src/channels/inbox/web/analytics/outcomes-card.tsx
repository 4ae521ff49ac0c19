import type { Measure, Report } from "../../analytics/protocol.ts";
import { NumberLink } from "./number-link.tsx";
import type { Chosen } from "./ranges.ts";

interface Props {
  report: Report;
  chosen: Chosen;
}

const outcomes: { measure: Measure; key: string }[] = [
  { measure: "answered", key: "good" },
  { measure: "stillWaiting", key: "waiting" },
  { measure: "abandoned", key: "bad" },
  { measure: "notNeeded", key: "neutral" },
];

/** What became of handoffs, in one bar; the lines below say it in words and lead to the conversations. */
export function OutcomesCard({ report: { figures }, chosen }: Props) {
  const shown = outcomes.map(({ measure, key }) => ({
    key,
    ...figures[measure],
    now: figures[measure].now ?? 0,
  }));
  const total = shown.reduce((sum, { now }) => sum + now, 0);
  if (total === 0) return null;
  return (
    <section class="card" aria-labelledby="outcomes-title">
      <h2 id="outcomes-title">What became of handoffs</h2>
      <div class="stack" aria-hidden="true">
        {shown.map(
          ({ measure, key, now }) =>
            now > 0 && <span key={measure} class={`stack-${key}`} style={{ flexGrow: now }} />,
        )}
      </div>
      <ul class="outcomes">
        {shown.map(({ measure, key, label, definition, now }) => (
          <li key={measure}>
            <i class={`key stack-${key}`} aria-hidden="true" />
            <span>
              <b>{label}</b>
              <span class="hint">{definition}</span>
            </span>
            <NumberLink chosen={chosen} which={{ measure }} count={now} label={label} class="count-link">
              {now.toLocaleString()}
            </NumberLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
