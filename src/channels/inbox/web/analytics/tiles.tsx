import type { ComponentChildren } from "preact";
import type { Figure, Measure, Rate, Report, Timing } from "../../analytics/protocol.ts";
import { Link } from "../elements/link.tsx";
import { lastingExactly } from "../elements/times.ts";
import { Change } from "./change.tsx";
import { NumberLink } from "./number-link.tsx";
import type { Chosen } from "./ranges.ts";

interface Props {
  report: Report;
  chosen: Chosen;
}

/** The numbers that matter most; what each means stands below it. */
export function Tiles({ report, chosen }: Props) {
  const { figures, rates, timings, waitingNow } = report;
  const tile = { chosen, figures };
  return (
    <ul class="tiles">
      <FigureTile {...tile} figure={figures.conversations} />
      <RateTile {...tile} rate={rates.handoffRate} />
      {figures.resolved.now !== undefined && <FigureTile {...tile} figure={figures.resolved} />}
      <TimingTile {...tile} timing={timings.firstAnswer} />
      <TimingTile {...tile} timing={timings.close} />
      <RateTile {...tile} rate={rates.promise}>
        <Also {...tile} measure="promiseBroken" words="not kept" />
      </RateTile>
      {(figures.ratingAsked.now ?? 0) > 0 && (
        <RateTile {...tile} rate={rates.goodRatings}>
          <Also {...tile} measure="ratedBad" words="not good" />
          <Also {...tile} measure="ratingAsked" words="asked" />
        </RateTile>
      )}
      <FigureTile {...tile} figure={figures.abandoned} />
      <FigureTile {...tile} figure={figures.notNeeded} />
      <li class="tile">
        <h2>Waiting now</h2>
        <p class="figure">{waitingNow > 0 ? <Link href="/inbox">{waitingNow}</Link> : waitingNow}</p>
        <p class="hint">At this moment, whatever the range.</p>
      </li>
    </ul>
  );
}

interface TileProps {
  chosen: Chosen;
  figures: Report["figures"];
  children?: ComponentChildren;
}

function FigureTile({ figure, chosen }: TileProps & { figure: Figure }) {
  const { measure, label, definition, now = 0, before } = figure;
  return (
    <li class="tile">
      <h2>{label}</h2>
      <p class="figure">
        <NumberLink chosen={chosen} which={{ measure }} count={now} label={label}>
          {now.toLocaleString()}
        </NumberLink>
        <Change now={now} before={before} inWords={(value) => value.toLocaleString()} />
      </p>
      <p class="hint">{definition}</p>
    </li>
  );
}

function RateTile({ rate, chosen, figures, children }: TileProps & { rate: Rate }) {
  const { part, label, definition, now, before, of } = rate;
  const count = figures[part].now ?? 0;
  return (
    <li class="tile">
      <h2>{label}</h2>
      <p class="figure">
        {percent(now)}
        <Change now={now} before={before} inWords={percent} />
      </p>
      <p class="figure-of">
        <NumberLink chosen={chosen} which={{ measure: part }} count={count} label={label}>
          {count.toLocaleString()} of {of.toLocaleString()}
        </NumberLink>
        {children}
      </p>
      <p class="hint">{definition}</p>
    </li>
  );
}

/** Another number beside a share, with conversations of its own; none says nothing. */
function Also({ measure, words, chosen, figures }: TileProps & { measure: Measure; words: string }) {
  const { label, now = 0 } = figures[measure];
  return (
    now > 0 && (
      <>
        {" · "}
        <NumberLink chosen={chosen} which={{ measure }} count={now} label={label}>
          {now.toLocaleString()} {words}
        </NumberLink>
      </>
    )
  );
}

function TimingTile({ timing, chosen, figures }: TileProps & { timing: Timing & { measure: Measure } }) {
  const { measure, label, definition, now, before } = timing;
  const count = figures[measure].now ?? 0;
  return (
    <li class="tile">
      <h2>{label}</h2>
      <p class="figure">
        {lasting(now.p50)}
        <Change now={now.p50} before={before.p50} inWords={lasting} />
      </p>
      <p class="figure-of">
        {now.p90 !== undefined && <>nine of ten within {lasting(now.p90)} · </>}
        <NumberLink chosen={chosen} which={{ measure }} count={count} label={label}>
          {count.toLocaleString()} {measure === "closed" ? "closed" : "answered"}
        </NumberLink>
      </p>
      <p class="hint">{definition}</p>
    </li>
  );
}

const percent = (share: number | undefined) => (share === undefined ? "–" : `${Math.round(share * 100)} %`);
const lasting = (ms: number | undefined) => (ms === undefined ? "–" : lastingExactly(ms));
