import type { Report } from "../../analytics/protocol.ts";

const height = 120;
const step = 20;

/** Conversations per day as bars; the dark part went to people. */
export function DaysChart({ days }: Pick<Report, "days">) {
  const most = Math.max(1, ...days.map(({ conversations }) => conversations));
  const total = days.reduce((sum, { conversations }) => sum + conversations, 0);
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last || total === 0) return <p class="quiet-text">Nothing happened in these days.</p>;

  return (
    <figure class="chart">
      <svg
        viewBox={`0 0 ${days.length * step} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${total} conversations a day in sum, at most ${most} on one day`}
      >
        {days.map(({ day, conversations, handedOff }, index) => (
          <g key={day}>
            <title>{`${inWords(day)}: ${conversations} conversations, ${handedOff} handed off`}</title>
            <rect class="hit" x={index * step} y={0} width={step} height={height} />
            <Bar class="bar" index={index} share={conversations / most} />
            <Bar class="bar-people" index={index} share={handedOff / most} />
          </g>
        ))}
      </svg>
      <figcaption>
        <span>{inWords(first.day)}</span>
        <span class="legend">
          <i class="key-all" /> all <i class="key-people" /> handed off
        </span>
        <span>{inWords(last.day)}</span>
      </figcaption>
    </figure>
  );
}

const Bar = ({ index, share, ...rest }: { class: string; index: number; share: number }) => (
  <rect {...rest} x={index * step + 3} width={step - 6} y={height - share * height} height={share * height} />
);

const inWords = (day: string) =>
  new Date(`${day}T12:00:00`).toLocaleDateString([], { day: "numeric", month: "short" });
