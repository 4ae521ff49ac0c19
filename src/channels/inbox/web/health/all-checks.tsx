import { useEffect, useState } from "preact/hooks";
import type { Check } from "../../../../health/check.ts";
import { fetched, inWords } from "../api.ts";
import { Problem } from "../elements/form.tsx";
import { exactly } from "../elements/times.ts";
import { CheckList } from "./check-list.tsx";
import { inOneSentence, mostUrgentFirst, worstOf } from "./summary.ts";

/** Every part, looked at when the page opens and whenever somebody wants. */
export function AllChecks() {
  const [checks, setChecks] = useState<Check[]>([]);
  const [lookedAt, setLookedAt] = useState<number>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const run = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      setChecks((await fetched<{ checks: Check[] }>("/api/doctor")).checks);
      setLookedAt(Date.now());
    } catch (error) {
      setProblem(inWords(error));
    }
    setBusy(false);
  };
  useEffect(() => void run(), []);

  return (
    <section class="card" aria-labelledby="all-checks">
      <header class="card-head">
        <div>
          <h2 id="all-checks">Every part</h2>
          <p class={`verdict is-${isBusy ? "going-on" : worstOf(checks)}`} role="status">
            {isBusy ? "Looking at every part…" : lookedAt !== undefined && inOneSentence(checks)}
          </p>
        </div>
        <button type="button" disabled={isBusy} onClick={() => void run()}>
          Run again
        </button>
      </header>
      <Problem>{problem}</Problem>
      <CheckList label="Checks" checks={mostUrgentFirst(checks)} isGoingOn={isBusy && checks.length === 0} />
      {lookedAt !== undefined && <p class="hint">Looked at {exactly(lookedAt)}</p>}
    </section>
  );
}
