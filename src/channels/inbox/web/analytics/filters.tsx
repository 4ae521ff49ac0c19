import { useId } from "preact/hooks";
import type { Report } from "../../analytics/protocol.ts";
import { go } from "../route.ts";
import { asDate, atDate, type Chosen, dayAfter, presets, searchOf } from "./ranges.ts";

interface Props {
  chosen: Chosen;
  report: Report | undefined;
}

/** Which time, and whose: it stands in the address, so a report can be sent to a colleague. */
export function Filters({ chosen, report }: Props) {
  const choose = (change: Partial<Chosen>) => go(`/inbox/analytics${searchOf({ ...chosen, ...change })}`);
  const { preset, from, to, site, agent } = chosen;
  const sites = report?.sites ?? [];
  const agents = report?.agents ?? [];

  return (
    <search class="report-filters" aria-label="What is counted">
      <fieldset class="segments">
        <legend class="for-ears">Range</legend>
        {presets.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            aria-pressed={value === preset}
            onClick={() => choose({ preset: value })}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <Day
        label="From"
        value={asDate(from)}
        change={(day) => day < to && choose({ preset: undefined, from: day })}
      />
      <Day
        label="To"
        value={asDate(to - 1)}
        change={(day) => dayAfter(day, 1) > from && choose({ preset: undefined, to: dayAfter(day, 1) })}
      />
      {sites.length > 1 && (
        <Choice
          label="Site"
          all="All sites"
          value={site}
          options={sites.map(({ key, name }) => ({ value: key, label: name }))}
          change={(value) => choose({ site: value })}
        />
      )}
      {(agents.length > 0 || agent !== "") && (
        <Choice
          label="Agent"
          all="All agents"
          value={agent}
          options={withChosen(
            agents.map(({ id, name }) => ({ value: id, label: name })),
            agent,
          )}
          change={(value) => choose({ agent: value })}
        />
      )}
    </search>
  );
}

/** Who answered nobody in the range can still be the one who is chosen. */
const withChosen = (options: { value: string; label: string }[], chosen: string) =>
  chosen === "" || options.some(({ value }) => value === chosen)
    ? options
    : [...options, { value: chosen, label: "The chosen agent" }];

interface DayProps {
  label: string;
  value: string;
  change: (at: number) => void;
}

function Day({ label, value, change }: DayProps) {
  const id = useId();
  return (
    <div class="filter">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value}
        onChange={({ currentTarget }) => {
          const at = atDate(currentTarget.value);
          if (at !== undefined) change(at);
        }}
      />
    </div>
  );
}

interface ChoiceProps {
  label: string;
  all: string;
  value: string;
  options: { value: string; label: string }[];
  change: (value: string) => void;
}

function Choice({ label, all, value, options, change }: ChoiceProps) {
  const id = useId();
  return (
    <div class="filter">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => change(currentTarget.value)}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
