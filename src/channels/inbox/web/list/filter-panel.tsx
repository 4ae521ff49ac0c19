import { useEffect, useState } from "preact/hooks";
import { decidedBy, ruleInWords } from "../../../../conversation/decision-in-words.ts";
import type { Filters } from "../../conversations/protocol.ts";
import { fetched } from "../api.ts";
import { Icon } from "../elements/icons.tsx";
import { condition, narrow, narrowings } from "./list-query.ts";
import { TimeFilter } from "./time-filter.tsx";

interface Choice {
  value: string;
  label: string;
}

const deciders = (["button", "rule", "model", "failure", "agent"] as const).map((by) => ({
  value: by,
  label: sentence(decidedBy({ by, reason: "" })),
}));

const whileOff = [{ value: "yes", label: "Asked for a person" }];

/** Conditions beside tab and search, behind a button that says how many there are. */
export function FilterPanel() {
  const [isOpen, setOpen] = useState(false);
  const count = narrowings.value.length;
  return (
    <>
      <button
        type="button"
        class={`quiet filter-button ${count > 0 ? "active" : ""}`}
        aria-expanded={isOpen}
        aria-label={count > 0 ? `Filter, ${count} set` : "Filter"}
        title="Filter"
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="filter" />
        {count > 0 && <span class="filter-count">{count}</span>}
      </button>
      {isOpen && <Panel />}
    </>
  );
}

function Panel() {
  const [sites, setSites] = useState<Choice[]>([]);
  const [agents, setAgents] = useState<Choice[]>([]);
  useEffect(() => void read(), []);

  /** Without them, what the address says can still be taken away. */
  async function read(): Promise<void> {
    const [known, filters] = await Promise.all([
      fetched<{ sites: { key: string; name: string }[] }>("/api/sites").catch(() => ({ sites: [] })),
      fetched<Filters>("/api/conversations/filters").catch(() => ({ agents: [] })),
    ]);
    setSites(known.sites.map(({ key, name }) => ({ value: key, label: name })));
    setAgents(filters.agents.map(({ id, name }) => ({ value: id, label: name })));
  }

  const none = Object.fromEntries(narrowings.value.map((name) => [name, ""]));
  return (
    <fieldset class="filters" aria-label="Filters">
      <Select name="site" label="Site" any="All sites" choices={sites} />
      <Select name="agent" label="Agent" any="Anybody" choices={agents} />
      <Select name="trigger" label="Handed off by" any="Anything" choices={deciders} />
      <Select name="missed" label="While handoff was off" any="Anything" choices={whileOff} />
      <TimeFilter />
      {narrowings.value.length > 0 && (
        <button type="button" class="clear-filters" onClick={() => narrow(none)}>
          Clear filters
        </button>
      )}
    </fieldset>
  );
}

interface SelectProps {
  name: string;
  label: string;
  any: string;
  choices: Choice[];
}

function Select({ name, label, any, choices }: SelectProps) {
  const value = condition(name);
  const isKnown = value === "" || choices.some((choice) => choice.value === value);
  const all = isKnown ? choices : [...choices, { value, label: sentence(ruleInWords(value)) }];
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => narrow({ [name]: currentTarget.value })}>
        <option value="">{any}</option>
        {all.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
