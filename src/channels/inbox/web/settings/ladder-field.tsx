import { useId } from "preact/hooks";
import type { Settings } from "../../settings/protocol.ts";
import { LadderStep } from "./ladder-step.tsx";
import { useCallable } from "./use-callable.ts";

type Ladder = Settings["ladder"];

interface Props {
  value: Ladder;
  change: (value: Ladder) => void;
  errors: string[] | undefined;
}

/** What is done while nobody answers, a step a row, in the order of their minutes. */
export function LadderField({ value, change, errors = [] }: Props) {
  const id = useId();
  const callable = useCallable();
  const add = () => {
    const last = Math.max(0, ...value.map(({ minutes }) => minutes));
    change([...value, { kind: "contact", minutes: last + 5, who: [] }]);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would be drawn as a card of its own.
    <div class="field ladder" role="group" aria-labelledby={id} aria-describedby={`${id}-hint`}>
      <p class="label" id={id}>
        No-answer ladder
      </p>
      <ol class="ladder-steps">
        {value.map((step, index) => (
          <LadderStep
            key={index}
            number={index + 1}
            step={step}
            callable={callable}
            change={(changed) => change(value.map((other, at) => (at === index ? changed : other)))}
            remove={() => change(value.filter((_, at) => at !== index))}
          />
        ))}
      </ol>
      {value.length === 0 && (
        <p class="hint">
          Nothing is done while nobody answers: a visitor may wait for ever. Add a step at least.
        </p>
      )}
      <div class="hint" id={`${id}-hint`}>
        <p>
          What is done when somebody has waited so long, until the first person answers. Each step is noted in
          the thread, and calls for people wait for the office hours.
        </p>
        {[...new Set(errors)].map((error) => (
          <p class="wrong" key={error}>
            {error}
          </p>
        ))}
      </div>
      <button type="button" class="add" onClick={add} disabled={value.length >= 12}>
        Add a step
      </button>
    </div>
  );
}
