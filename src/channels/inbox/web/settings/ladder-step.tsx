import type { Callable, Settings } from "../../settings/protocol.ts";
import { CalledPeople } from "./called-people.tsx";

type Step = Settings["ladder"][number];

interface Props {
  number: number;
  step: Step;
  callable: Callable[];
  change: (step: Step) => void;
  remove: () => void;
}

const kinds: Record<Step["kind"], string> = {
  mention: "Mention people in the Slack thread",
  direct: "Direct message in Slack",
  sms: "SMS to the SMS recipients",
  email: "Email to the email recipients",
  contact: "Ask the visitor for an address",
  assistant: "Let the assistant go on",
};

/** "After 2 minutes, mention @support in the thread." */
export function LadderStep({ number, step, callable, change, remove }: Props) {
  const callsByName = step.kind === "mention" || step.kind === "direct";
  return (
    <li class="ladder-step">
      <span class="ladder-when">
        After
        <input
          type="number"
          min={0.5}
          max={1440}
          step="any"
          required
          aria-label={`Minutes of step ${number}`}
          value={String(step.minutes)}
          onInput={({ currentTarget }) =>
            currentTarget.value && change({ ...step, minutes: Number(currentTarget.value) })
          }
        />
        min
      </span>
      <select
        aria-label={`What step ${number} does`}
        value={step.kind}
        onChange={({ currentTarget }) => change(ofKind(step, currentTarget.value))}
      >
        {Object.entries(kinds).map(([kind, label]) => (
          <option key={kind} value={kind}>
            {label}
          </option>
        ))}
      </select>
      <button type="button" class="quiet" aria-label={`Remove step ${number}`} onClick={remove}>
        Remove
      </button>
      {callsByName && (
        <CalledPeople
          label={`Who is called at step ${number}`}
          who={step.who}
          // A group has no direct messages.
          callable={step.kind === "direct" ? callable.filter(({ isGroup }) => !isGroup) : callable}
          change={(who) => change({ ...step, who })}
        />
      )}
    </li>
  );
}

/** Who was named is kept where the other step can call them, too. */
function ofKind(step: Step, chosen: string): Step {
  const kind = Object.keys(kinds).find((known): known is Step["kind"] => known === chosen) ?? step.kind;
  if (kind === "mention") return { ...step, kind };
  return { ...step, kind, who: kind === "direct" ? step.who.filter((id) => !id.startsWith("S")) : [] };
}
