import type { Report } from "../../analytics/protocol.ts";
import { Link } from "../elements/link.tsx";
import { listOf, NumberLink } from "./number-link.tsx";
import type { Chosen } from "./ranges.ts";

interface Props {
  report: Report;
  chosen: Chosen;
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const levels = 4;

/** When handoffs began that nobody answered: where the team is missing. Each cell leads to its conversations. */
export function HoursCard({ report: { unansweredHours, figures }, chosen }: Props) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const most = Math.max(levels, ...unansweredHours.map(({ conversations }) => conversations));
  const { now = 0, definition, label } = figures.unanswered;
  return (
    <section class="card" aria-labelledby="hours-title">
      <header class="card-head">
        <h2 id="hours-title">Unanswered, by hour and weekday</h2>
        <NumberLink chosen={chosen} which={{ measure: "unanswered" }} count={now} label={label}>
          {now.toLocaleString()} in all
        </NumberLink>
      </header>
      {now === 0 ? (
        <p class="quiet-text">Nobody was left without an answer.</p>
      ) : (
        <div class="table-scroll">
          <table class="heat">
            <caption class="for-ears">Unanswered handoffs by the hour in which they began</caption>
            <thead>
              <tr>
                <td />
                {hours.map((hour) => (
                  <th key={hour} scope="col">
                    {hour}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weekdays.map(({ weekday, short, long }) => (
                <tr key={weekday}>
                  <th scope="row" title={long}>
                    {short}
                  </th>
                  {hours.map((hour) => {
                    const found = unansweredHours.find(
                      (cell) => cell.weekday === weekday && cell.hour === hour,
                    );
                    const count = found?.conversations ?? 0;
                    const level = Math.ceil((count / most) * levels);
                    return (
                      <td key={hour}>
                        {count > 0 && (
                          <Link
                            class={`heat-${level}`}
                            href={listOf(chosen, { measure: "unanswered", also: { weekday, hour } })}
                            aria-label={`${long}, ${hour}:00: ${count} unanswered`}
                            title={`${long}, ${hour}:00: ${count} unanswered`}
                          >
                            {count}
                          </Link>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p class="hint">
        {definition} Hours as your clock has them ({timeZone}).
      </p>
    </section>
  );
}

/** Monday first, in the reader's language; 5 January 1970 was one. */
const weekdays = Array.from({ length: 7 }, (_, index) => {
  const day = new Date(Date.UTC(1970, 0, 5 + index, 12));
  const named = (weekday: "short" | "long") => day.toLocaleDateString([], { weekday, timeZone: "UTC" });
  return { weekday: index + 1, short: named("short"), long: named("long") };
});
