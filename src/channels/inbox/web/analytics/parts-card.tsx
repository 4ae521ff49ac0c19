import type { Report } from "../../analytics/protocol.ts";
import { Link } from "../elements/link.tsx";
import { AsTable } from "./as-table.tsx";
import { listOf } from "./number-link.tsx";
import { partInWords, shortPart } from "./part-in-words.ts";
import type { Chosen } from "./ranges.ts";
import { ticksTo } from "./ticks.ts";

interface Props {
  report: Report;
  chosen: Chosen;
}

type Part = Report["parts"][number];

const titles = { hour: "Hour by hour", day: "Day by day", week: "Week by week" };
const mostLabels = 6;

/** Conversations as bars; the dark part went to people. Bars are links for the pointer, the table has them for everybody. */
export function PartsCard({ report: { parts, unit }, chosen }: Props) {
  const ticks = ticksTo(Math.max(1, ...parts.map(({ conversations }) => conversations)));
  const top = ticks.at(-1) ?? 1;
  const every = Math.ceil(parts.length / mostLabels);
  const share = (value: number) => `${(value / top) * 100}%`;

  return (
    <section class="card" aria-labelledby="parts-title">
      <header class="card-head">
        <h2 id="parts-title">{titles[unit]}</h2>
        <p class="legend" aria-hidden="true">
          <i class="key-all" /> all <i class="key-people" /> handed off
        </p>
      </header>
      <div class="plot" aria-hidden="true">
        {ticks.map((tick) => (
          <span class="gridline" key={tick} style={{ bottom: share(tick) }}>
            <span>{tick.toLocaleString()}</span>
          </span>
        ))}
        <div class="bars">
          {parts.map((part, index) => (
            <Link
              key={part.from}
              href={listOf(chosen, { measure: "conversations", from: part.from, to: part.to })}
              tabIndex={-1}
              title={inWords(part, unit)}
              class="column"
            >
              <span class="bar" style={{ height: share(part.conversations) }} />
              <span class="bar-people" style={{ height: share(part.handedOff) }} />
              {index % every === 0 && <span class="bar-label">{shortPart(part, unit)}</span>}
            </Link>
          ))}
        </div>
      </div>
      <AsTable caption={titles[unit]} columns={["When", "Conversations", "Handed off"]}>
        {parts.map((part) => {
          const { from, to } = part;
          return (
            <tr key={from}>
              <th scope="row">{partInWords(part, unit)}</th>
              <Cell
                count={part.conversations}
                href={listOf(chosen, { measure: "conversations", from, to })}
              />
              <Cell count={part.handedOff} href={listOf(chosen, { measure: "handedOff", from, to })} />
            </tr>
          );
        })}
      </AsTable>
    </section>
  );
}

const Cell = ({ count, href }: { count: number; href: string }) => (
  <td>{count === 0 ? 0 : <Link href={href}>{count.toLocaleString()}</Link>}</td>
);

const inWords = (part: Part, unit: Report["unit"]) =>
  `${partInWords(part, unit)}: ${part.conversations} conversations, ${part.handedOff} handed off`;
