import type { Settings } from "../../settings/protocol.ts";
import { FieldGroup } from "../elements/field-group.tsx";
import { LadderStep } from "./ladder-step.tsx";
import { useCallable } from "./use-callable.ts";

type Ladder = Settings["ladder"];

interface Props {
  value: Ladder;
  change: (value: Ladder) => void;
  errors: string[] | undefined;
}

/** What is done while nobody answers, a step a row, in the order of their minutes. */
export function LadderField({ value, change, errors }: Props) {
  const callable = useCallable();
  const add = () => {
    const last = Math.max(0, ...value.map(({ minutes }) => minutes));
    change([...value, { kind: "contact", minutes: last + 5, who: [] }]);
  };
  return (
    <FieldGroup
      label="No-answer ladder"
      hint="What is done when somebody has waited so long, until the first person answers. Each step is noted in the thread, and calls for people wait for the office hours."
      errors={errors}
      below={
        <button type="button" class="add" onClick={add} disabled={value.length >= 12}>
          Add a step
        </button>
      }
    >
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
    </FieldGroup>
  );
}
