export interface Row {
  what: string;
  ours: string;
  reference: string;
  ratio: string;
  bound: string;
  verdict: string;
}

/** Figures of one row; `unit` stands behind both. */
export interface Comparison {
  what: string;
  ours: number;
  reference: number;
  unit: string;
  /** Of ours against the reference's. */
  bound: Bound;
}

type Bound = { atMost: number } | { atLeast: number };

export function compared({ what, ours, reference, unit, bound }: Comparison): Row {
  const ratio = ours / reference;
  return {
    what,
    ours: withUnit(ours, unit),
    reference: withUnit(reference, unit),
    ratio: `${ratio.toFixed(2)}×`,
    bound: "atMost" in bound ? `≤ ${bound.atMost}×` : `≥ ${bound.atLeast}×`,
    verdict: verdict(ratio, bound),
  };
}

/** A row with a bound in its own unit; the reference, where there is one, only gives a sense of this machine. */
export function absolute({ reference, ...row }: Omit<Comparison, "reference"> & { reference?: number }): Row {
  const { ours, unit, bound } = row;
  const limit = "atMost" in bound ? bound.atMost : bound.atLeast;
  return {
    what: row.what,
    ours: withUnit(ours, unit),
    reference: reference === undefined ? "–" : withUnit(reference, unit),
    ratio: reference === undefined ? "–" : `${(ours / reference).toFixed(2)}×`,
    bound: `${"atMost" in bound ? "≤" : "≥"} ${withUnit(limit, unit)}`,
    verdict: verdict(ours, bound),
  };
}

/** A figure that explains the ones above it. */
export const unbound = (what: string, ours: number, unit: string): Row => ({
  ...{ what, ours: withUnit(ours, unit), reference: "–", ratio: "–", bound: "–", verdict: "" },
});

function verdict(value: number, bound: Bound): string {
  const holds = "atMost" in bound ? value <= bound.atMost : value >= bound.atLeast;
  return holds ? "holds" : "misses";
}

function withUnit(value: number, unit: string): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const number = value.toLocaleString("en", { maximumFractionDigits: digits });
  return unit.startsWith("/") ? `${number}${unit}` : `${number} ${unit}`;
}

const columns = ["what", "ours", "reference", "ratio", "bound", "verdict"] as const;
const titles: Row = {
  what: "what",
  ours: "ours",
  reference: "reference",
  ratio: "ratio",
  bound: "bound",
  verdict: "",
};

export function table(rows: Row[]): string {
  const widths = columns.map((column) => Math.max(...[titles, ...rows].map((row) => row[column].length)));
  const line = (row: Row) =>
    columns
      .map((column, index) => {
        const width = widths[index] ?? 0;
        return column === "what" || column === "verdict"
          ? row[column].padEnd(width)
          : row[column].padStart(width);
      })
      .join("  ")
      .trimEnd();
  const rule = "─".repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  return `\n${[line(titles), rule, ...rows.map(line)].join("\n")}\n\n`;
}
