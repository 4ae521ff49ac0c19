import { useEffect, useState } from "preact/hooks";
import type { Tested } from "../../settings/protocol.ts";
import { posted } from "../api.ts";
import { Field, Problem } from "../elements/form.tsx";
import { ReplayTrial } from "./replay-trial.tsx";
import { whyNot } from "./why-not.ts";

/** Time for the next key. */
const pauseMs = 200;

/** Beside the trigger phrases: what they would do as typed, before anybody saves them. */
export const TriggerTrial = ({ phrases }: { phrases: string[] }) => (
  <div class="trial">
    <SentenceTrial phrases={phrases} />
    <ReplayTrial phrases={phrases} />
  </div>
);

function SentenceTrial({ phrases }: { phrases: string[] }) {
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<Tested>();
  const [problem, setProblem] = useState<string>();
  const sentence = text.trim();

  useEffect(() => {
    let isCurrent = true;
    const show = (tested: Tested | undefined, why?: string) => {
      if (!isCurrent) return;
      setAnswer(tested);
      setProblem(why);
    };
    const ask = () =>
      posted<Tested>("/api/triggers/test", { text: sentence, phrases }).then(show, (error: unknown) =>
        show(undefined, whyNot(error)),
      );
    const asking = sentence ? setTimeout(ask, pauseMs) : undefined;
    if (!sentence) show(undefined);
    return () => {
      isCurrent = false;
      clearTimeout(asking);
    };
  }, [sentence, phrases.join("\n")]);

  return (
    <>
      <Field
        label="Test a sentence"
        value={text}
        change={setText}
        standsAlone
        hint="As a visitor would write it. The phrases count as they stand above, saved or not."
      />
      <p class="outcome" role="status">
        {answer?.words}
      </p>
      <Problem>{problem}</Problem>
    </>
  );
}
