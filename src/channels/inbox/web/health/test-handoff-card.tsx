import { useState } from "preact/hooks";
import type { Check } from "../../../../health/check.ts";
import { inWords } from "../api.ts";
import { Problem } from "../elements/form.tsx";
import { CheckList } from "./check-list.tsx";
import { linesFrom } from "./lines-from.ts";

/** Sends one handoff all the way, and shows each step as it is done. */
export function TestHandoffCard() {
  const [steps, setSteps] = useState<Check[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [isDone, setDone] = useState(false);
  const [problem, setProblem] = useState<string>();

  const send = async () => {
    setBusy(true);
    setDone(false);
    setSteps([]);
    setProblem(undefined);
    try {
      await linesFrom<Check>("/api/test-handoff", (step) => setSteps((before) => [...before, step]));
      setDone(true);
    } catch (error) {
      setProblem(inWords(error));
    }
    setBusy(false);
  };

  return (
    <section class="card" aria-labelledby="test-handoff">
      <header class="card-head">
        <div>
          <h2 id="test-handoff">Test handoff</h2>
          <p class="quiet-text">
            A made-up visitor asks for a person, the thread appears in Slack, a reply comes back to the
            widget, and everything is taken away again. Nobody is notified by email or SMS, and no report
            counts it.
          </p>
        </div>
        <button type="button" class="primary" disabled={isBusy} onClick={() => void send()}>
          Send a test handoff
        </button>
      </header>
      <Problem>{problem}</Problem>
      {(isBusy || steps.length > 0) && (
        <CheckList label="Steps of the test" checks={steps} isGoingOn={isBusy} />
      )}
      <p class="verdict-line" role="status">
        {isBusy ? "The test is on its way." : isDone && verdict(steps)}
      </p>
    </section>
  );
}

function verdict(steps: readonly Check[]): string {
  const broken = steps.find(({ state }) => state === "broken");
  return broken
    ? `“${broken.name}” failed. Do what it says, then send another test.`
    : "It went all the way and back.";
}
