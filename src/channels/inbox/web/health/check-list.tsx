import type { Check } from "../../../../health/check.ts";

const marks: Record<Check["state"], { sign: string; words: string }> = {
  ok: { sign: "✓", words: "Works" },
  warn: { sign: "!", words: "Needs a look" },
  broken: { sign: "✕", words: "Broken" },
  off: { sign: "–", words: "Off" },
};

interface Props {
  label: string;
  checks: readonly Check[];
  /** Stands below as long as there is more to come. */
  isGoingOn?: boolean;
}

/** What was looked at, and how it is. */
export const CheckList = ({ label, checks, isGoingOn = false }: Props) => (
  <ul class="checks" aria-label={label} aria-busy={isGoingOn}>
    {checks.map(({ name, state, detail }) => (
      <li key={name} class={`check is-${state}`}>
        <span class="mark" aria-hidden="true">
          {marks[state].sign}
        </span>
        <p class="check-name">
          {name}
          <span class="for-ears">: {marks[state].words}.</span>
        </p>
        <p class="check-detail">{detail}</p>
      </li>
    ))}
    {isGoingOn && (
      <li class="check is-going-on">
        <span class="mark" aria-hidden="true" />
        <p class="check-name">{checks.length === 0 ? "Looking…" : "Next step…"}</p>
      </li>
    )}
  </ul>
);
