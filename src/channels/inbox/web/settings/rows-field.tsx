import { useId } from "preact/hooks";

interface Column<Name extends string> {
  name: Name;
  label: string;
  placeholder: string;
  /** More than one line. */
  isLong?: boolean;
}

interface Props<Name extends string> {
  label: string;
  rows: Record<Name, string>[];
  change: (rows: Record<Name, string>[]) => void;
  columns: Column<Name>[];
  /** What one row is called: "route". */
  one: string;
  hint: string;
  errors: string[] | undefined;
}

/** Several things of the same kind, each with a few words; in an order that may matter. */
export function Rows<Name extends string>(props: Props<Name>) {
  const { label, rows, change, columns, one, hint, errors = [] } = props;
  const id = useId();
  const write = (index: number, name: Name, value: string) =>
    change(rows.map((row, other) => (other === index ? { ...row, [name]: value } : row)));
  const nothing = () => Object.fromEntries(columns.map(({ name }) => [name, ""])) as Record<Name, string>;

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would be drawn as a card of its own.
    <div class="field" role="group" aria-labelledby={id}>
      <p class="label" id={id}>
        {label}
      </p>
      {rows.map((row, index) => (
        <div class={`row ${columns.some(({ isLong }) => isLong) ? "row-long" : ""}`} key={index}>
          {columns.map(({ name, label, placeholder, isLong }) => {
            const field = {
              "aria-label": `${label} of ${one} ${index + 1}`,
              "aria-invalid": errors.length > 0 && row[name].trim() === "",
              placeholder,
              required: true,
              value: row[name],
              onInput: ({ currentTarget }: { currentTarget: { value: string } }) =>
                write(index, name, currentTarget.value),
            };
            return isLong ? <textarea key={name} rows={2} {...field} /> : <input key={name} {...field} />;
          })}
          <button
            type="button"
            aria-label={`Remove ${one} ${index + 1}`}
            onClick={() => change(rows.filter((_, other) => other !== index))}
          >
            Remove
          </button>
        </div>
      ))}
      <div class="hint">
        <p>{hint}</p>
        {[...new Set(errors)].map((error) => (
          <p class="wrong" key={error}>
            {error}
          </p>
        ))}
      </div>
      <button type="button" class="add" onClick={() => change([...rows, nothing()])}>
        Add a {one}
      </button>
    </div>
  );
}
