import { useState } from "preact/hooks";
import { condition, narrow } from "./list-query.ts";

const days = { "1": "Today", "7": "Last 7 days", "30": "Last 30 days" };

/** When the conversation went on: since a day that is named, or between two. */
export function TimeFilter() {
  const [from, to] = [condition("from"), condition("to")];
  const preset = Object.keys(days).find((count) => to === "" && from === String(startOf(Number(count))));
  const [picks, setPicks] = useState(preset === undefined && (from !== "" || to !== ""));

  const choose = (value: string) => {
    setPicks(value === "range");
    if (value !== "range") narrow({ from: value && String(startOf(Number(value))), to: "" });
  };
  return (
    <>
      <label>
        <span>Time</span>
        <select
          value={picks ? "range" : (preset ?? "")}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value="">Any time</option>
          {Object.entries(days).map(([count, label]) => (
            <option key={count} value={count}>
              {label}
            </option>
          ))}
          <option value="range">From … to …</option>
        </select>
      </label>
      {picks && (
        <div class="days">
          <Day label="From" at={from} shift={0} name="from" />
          <Day label="To" at={to} shift={1} name="to" />
        </div>
      )}
    </>
  );
}

interface DayProps {
  label: string;
  /** Milliseconds since 1970. */
  at: string;
  /** The last day is part of the range: it ends with the beginning of the next. */
  shift: 0 | 1;
  name: "from" | "to";
}

function Day({ label, at, shift, name }: DayProps) {
  const shown = at === "" ? "" : dayOf(new Date(Number(at) - shift));
  const choose = (day: string) => {
    const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
    narrow({ [name]: day && String(new Date(year, month - 1, date + shift).getTime()) });
  };
  return (
    <label>
      <span>{label}</span>
      <input type="date" value={shown} onChange={({ currentTarget }) => choose(currentTarget.value)} />
    </label>
  );
}

/** In the viewer's zone; `1` is today. */
function startOf(count: number): number {
  const day = new Date();
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - count + 1).getTime();
}

const dayOf = (day: Date) =>
  [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
