import { useState } from "preact/hooks";
import type { Erasure } from "../../privacy/protocol.ts";
import { Link } from "../elements/link.tsx";
import { exactly } from "../elements/times.ts";
import { pathOf } from "../route.ts";
import { nameOf, type SiteName } from "./record-line.tsx";

const shownAtFirst = 10;

interface Props {
  erasures: Erasure[];
  sites: readonly SiteName[];
}

/** What was erased lately; each leads to its receipt. */
export function ErasureList({ erasures, sites }: Props) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? erasures : erasures.slice(0, shownAtFirst);
  return (
    <section class="card" aria-labelledby="receipts-title">
      <h2 id="receipts-title">Receipts</h2>
      <p class="about">
        What became of everything of a conversation that was erased, and what could not be removed.
      </p>
      <ul class="receipts" aria-label="Receipts">
        {shown.map((erasure) => (
          <li key={erasure.conversationId}>
            <Link href={pathOf(erasure.conversationId)}>{exactly(erasure.at)}</Link>
            <span class="quiet-text">
              {nameOf(erasure.siteKey, sites)},{" "}
              {erasure.reason === "retention" ? "its time was over" : `by ${erasure.by}`}
            </span>
            <State erasure={erasure} />
          </li>
        ))}
      </ul>
      {erasures.length > shown.length && (
        <button type="button" onClick={() => setShowsAll(true)}>
          Show {erasures.length - shown.length} more
        </button>
      )}
    </section>
  );
}

function State({ erasure: { doneAt, trouble } }: { erasure: Erasure }) {
  if (doneAt !== undefined) return <span class="badge">done</span>;
  return trouble ? (
    <span class="badge badge-alarm">stuck, tried again</span>
  ) : (
    <span class="badge">under way</span>
  );
}
